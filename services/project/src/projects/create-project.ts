import type { CreateProject } from '@milepost/api-contracts/projects'
import type { Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { projectCreated } from '@milepost/shared-events/project-events'
import { dayOf } from '#calendar-day.ts'
import { projectDates, refuseReversedDates } from '#date-order.ts'
import { startFromTemplate } from '#templates/start-from-template.ts'
import { addBoard, addProject, findProject, type ProjectRow } from './queries.ts'
import { refuseUnknownReferences } from './references.ts'
import { keyTaken } from './refusals.ts'
import { takeBaseline } from './take-baseline.ts'

interface CreateProjectCommand {
  actor: Actor
  input: CreateProject
  correlationId: string
  now: Date
}

/** Every board starts with a column for each status. */
const columns = [
  { status: 'backlog', name: 'Backlog' },
  { status: 'todo', name: 'To do' },
  { status: 'in_progress', name: 'In progress' },
  { status: 'in_review', name: 'In review' },
  { status: 'blocked', name: 'Blocked' },
  { status: 'done', name: 'Done' },
  { status: 'cancelled', name: 'Cancelled' },
] as const

/** Adds a project with its board, and what a template brings into it. */
export async function createProject(
  tx: Tx,
  { actor, input, correlationId, now }: CreateProjectCommand,
): Promise<ProjectRow> {
  refuseReversedDates({ after: input, given: input, fields: projectDates })
  await refuseUnknownReferences(tx, { actor, given: input, teamId: input.team_id })
  const { description = '', category_id = null, manager_id = null, template_id, ...given } = input
  const start = input.start_date ?? dayOf(now)
  const project = await addProject(tx, {
    ...given,
    ...{ description, category_id, manager_id },
    ...(template_id !== undefined && { start_date: start }),
    completed_on: input.status === 'completed' ? dayOf(now) : null,
  })
  if (!project) throw keyTaken()
  await addBoard(tx, project.id, columns)

  const { id, team_id, key, name, status, version } = project
  await appendToOutbox(
    tx,
    outbox,
    projectCreated.create({
      correlation_id: correlationId,
      actor_user_id: actor.id,
      ...{ project_id: id, team_id, key, name, status, version },
    }),
  )
  if (template_id !== undefined) {
    const from = { actor, projectId: id, templateId: template_id, start, correlationId, now }
    await startFromTemplate(tx, from)
  }
  if (status === 'active') await takeBaseline(tx, { project, actorId: actor.id })
  const created = await findProject(tx, id)
  if (!created) throw new Error(`project ${id} vanished while it was created`)
  return created
}
