import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { projectDeleted } from '@milepost/shared-events/project-events'
import { canDeleteProject } from './policy.ts'
import { presentProject } from './present.ts'
import { findProject, lockProject, saveProject } from './queries.ts'
import { projectChanged, projectPolicy } from './refusals.ts'

interface DeleteProjectCommand {
  actor: Actor
  projectId: string
  /** The version the caller saw; undefined when they did not say. */
  version: number | undefined
  correlationId: string
  now: Date
}

/** Hides a project and all that is in it. The rows stay: booked hours refer to them. */
export async function deleteProject(
  db: Db,
  { actor, projectId, version, correlationId, now }: DeleteProjectCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const locked = await lockProject(tx, projectId)
    const project = admit(actor, locked, { ...projectPolicy, may: canDeleteProject })
    if (version !== undefined && version !== project.version) {
      const current = await findProject(tx, projectId)
      throw projectChanged(current && presentProject(actor, current))
    }
    const deleted = await saveProject(tx, projectId, { deleted_at: now })
    await appendToOutbox(
      tx,
      outbox,
      projectDeleted.create({
        correlation_id: correlationId,
        actor_user_id: actor.id,
        project_id: projectId,
        team_id: deleted.team_id,
        version: deleted.version,
      }),
    )
  })
}
