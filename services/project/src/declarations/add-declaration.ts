import type { Tx } from '@milepost/db-schemas/database'
import { healthDeclarations, type Project } from '@milepost/db-schemas/projects'

/** Keeps what a manager said, with the note of the day. */
export async function addDeclaration(tx: Tx, project: Project, actorId: string): Promise<void> {
  await tx.insert(healthDeclarations).values({
    project_id: project.id,
    health: project.declared_health,
    note: project.health_note,
    declared_by: actorId,
  })
}
