import type { CreateMilestone } from '@milepost/api-contracts/projects'
import type { Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { canCreateMilestone } from '#projects/policy.ts'
import { lockProject } from '#projects/queries.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { milestoneEvent } from './announce.ts'
import { addMilestoneDate } from './dates.ts'
import { addMilestone, type MilestoneRow } from './queries.ts'

interface CreateMilestoneCommand {
  actor: Actor
  projectId: string
  input: CreateMilestone
  correlationId: string
}

/** Adds a milestone; its first date is the one it is measured against for good. */
export async function createMilestone(
  tx: Tx,
  { actor, projectId, input, correlationId }: CreateMilestoneCommand,
): Promise<MilestoneRow> {
  const locked = await lockProject(tx, projectId)
  const project = admit(actor, locked, { ...projectPolicy, may: canCreateMilestone })
  const { name, due_date, description = '' } = input
  const added = await addMilestone(tx, {
    ...{ project_id: projectId, name, description, due_date },
    original_due_date: due_date,
  })
  await addMilestoneDate(tx, { milestone_id: added.id, due_date, changed_by: actor.id })
  const cause = { actorId: actor.id, correlationId }
  await appendToOutbox(tx, outbox, milestoneEvent(cause, added, { change: 'added' }))
  const noTasks = { task_count: 0, done_count: 0, open_count: 0, first_open_due: null }
  return { ...added, ...noTasks, team_id: project.team_id }
}
