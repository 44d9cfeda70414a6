import type { Db } from '@milepost/db-schemas/database'
import { projectFavourites } from '@milepost/db-schemas/projects'
import type { Actor } from '@milepost/service-kit/authentication'
import { and, eq, sql } from 'drizzle-orm'
import { visibleTeams } from '#projects/policy.ts'

/** The actor's favourites, as far as they are still theirs to see. */
export async function listFavourites(db: Db, actor: Actor): Promise<string[]> {
  const teamIds = visibleTeams(actor)
  const { rows } = await db.execute<{ id: string }>(
    sql`select p.id from projects.project_favourites f
        join projects.projects p on p.id = f.project_id and p.deleted_at is null
        where f.user_id = ${actor.id}
          and ${teamIds === null ? sql`true` : sql`p.team_id = any(${sql.param(teamIds)}::uuid[])`}
        order by p.name limit 200`,
  )
  return rows.map(({ id }) => id)
}

interface Wish {
  userId: string
  projectId: string
  wanted: boolean
}

/** Doing it twice is doing it once. */
export async function setFavourite(db: Db, { userId, projectId, wanted }: Wish): Promise<void> {
  if (wanted) {
    await db
      .insert(projectFavourites)
      .values({ user_id: userId, project_id: projectId })
      .onConflictDoNothing()
    return
  }
  await db
    .delete(projectFavourites)
    .where(and(eq(projectFavourites.user_id, userId), eq(projectFavourites.project_id, projectId)))
}
