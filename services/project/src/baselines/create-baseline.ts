import type { CreateBaseline } from '@milepost/api-contracts/timeline'
import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectBaseline } from '@milepost/db-schemas/plan'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { conflict } from '@milepost/service-kit/problem'
import { projectUpdated } from '@milepost/shared-events/project-events'
import { lockProject } from '#projects/queries.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { canPlan } from '#timeline/policy.ts'
import { keepPlan } from './keep-plan.ts'

interface CreateBaselineCommand {
  actor: Actor
  projectId: string
  input: CreateBaseline
  correlationId: string
}

/** Keeps the plan under a name. Nothing changes it afterwards. */
export async function createBaseline(
  tx: Tx,
  { actor, projectId, input, correlationId }: CreateBaselineCommand,
): Promise<ProjectBaseline> {
  const locked = await lockProject(tx, projectId)
  const project = admit(actor, locked, { ...projectPolicy, may: canPlan })
  const baseline = await keepPlan(tx, { project, ...input, actorId: actor.id })
  if (!baseline) {
    throw conflict('nothing-planned', 'Nothing has a date yet, so there is no plan to keep.')
  }
  const { team_id, key, name, status, version } = project
  await appendToOutbox(
    tx,
    outbox,
    projectUpdated.create({
      correlation_id: correlationId,
      actor_user_id: actor.id,
      ...{ project_id: projectId, team_id, key, name, status, version },
      changed_fields: ['baselines'],
    }),
  )
  return baseline
}
