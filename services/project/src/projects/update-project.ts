import type { UpdateProject } from '@milepost/api-contracts/projects'
import type { Db } from '@milepost/db-schemas/database'
import { outbox, type Project } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { projectUpdated } from '@milepost/shared-events/project-events'
import { dayOf } from '#calendar-day.ts'
import { projectDates, refuseReversedDates } from '#date-order.ts'
import { addDeclaration } from '#declarations/add-declaration.ts'
import { canUpdateProject } from './policy.ts'
import { presentProject } from './present.ts'
import { findProject, lockProject, type ProjectRow, saveProject } from './queries.ts'
import { refuseUnknownReferences } from './references.ts'
import { projectChanged, projectPolicy } from './refusals.ts'
import { takeBaseline } from './take-baseline.ts'

interface UpdateProjectCommand {
  actor: Actor
  projectId: string
  input: UpdateProject
  correlationId: string
  now: Date
}

/** Changes a project; one that becomes active gets its baseline. */
export async function updateProject(
  db: Db,
  { actor, projectId, input, correlationId, now }: UpdateProjectCommand,
): Promise<ProjectRow> {
  return db.transaction(async (tx) => {
    const locked = await lockProject(tx, projectId)
    const before = admit(actor, locked, { ...projectPolicy, may: canUpdateProject })
    const { version, archived, ...given } = input
    if (version !== before.version) {
      const current = await findProject(tx, projectId)
      throw projectChanged(current && presentProject(actor, current))
    }
    refuseReversedDates({ after: { ...before, ...given }, given, fields: projectDates })
    const teamId = given.team_id ?? before.team_id
    const newTeam = given.team_id === before.team_id ? undefined : given.team_id
    await refuseUnknownReferences(tx, { actor, given: { ...given, team_id: newTeam }, teamId })

    const saved = await saveProject(tx, projectId, {
      ...given,
      ...(declaresHealth(before, given) && { health_declared_at: now }),
      ...(archived !== undefined && { archived_at: archived ? (before.archived_at ?? now) : null }),
      ...(given.status !== undefined && {
        completed_on: given.status === 'completed' ? (before.completed_on ?? dayOf(now)) : null,
      }),
    })
    const begins = before.status !== 'active' && saved.status === 'active'
    if (begins) await takeBaseline(tx, { project: saved, actorId: actor.id })

    if (declaresAnything(before, given)) await addDeclaration(tx, saved, actor.id)

    const { team_id, key, name, status } = saved
    await appendToOutbox(
      tx,
      outbox,
      projectUpdated.create({
        correlation_id: correlationId,
        actor_user_id: actor.id,
        ...{ project_id: projectId, team_id, key, name, status, version: saved.version },
        changed_fields: Object.keys({ ...given, ...(archived !== undefined && { archived }) }),
      }),
    )
    const after = await findProject(tx, projectId)
    if (!after) throw new Error(`project ${projectId} vanished while it was locked`)
    return after
  })
}

/** Saying the same again is no new word on it. */
const declaresHealth = (before: Project, { declared_health }: Partial<UpdateProject>) =>
  declared_health !== undefined && declared_health !== before.declared_health

const declaresAnything = (before: Project, given: Partial<UpdateProject>) =>
  declaresHealth(before, given) ||
  (given.health_note !== undefined && given.health_note !== before.health_note)
