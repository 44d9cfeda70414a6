import type { Db } from '@milepost/db-schemas/database'
import { type ProjectBaseline, projectBaselines } from '@milepost/db-schemas/plan'
import { desc, eq } from 'drizzle-orm'

/** The latest first; at most 200. */
export async function listBaselines(db: Db, projectId: string): Promise<ProjectBaseline[]> {
  return db
    .select()
    .from(projectBaselines)
    .where(eq(projectBaselines.project_id, projectId))
    .orderBy(desc(projectBaselines.created_at), desc(projectBaselines.id))
    .limit(200)
}
