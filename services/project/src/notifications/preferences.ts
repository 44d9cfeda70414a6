import type { NotificationPreference } from '@milepost/api-contracts/notifications'
import type { Db } from '@milepost/db-schemas/database'
import { notificationPreferences } from '@milepost/db-schemas/notifications'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { eq, sql } from 'drizzle-orm'
import { visibleTeams } from '#projects/policy.ts'

const { user_id, project_id, kind, in_app, in_digest } = notificationPreferences

export const readPreferences = (db: Db, userId: string): Promise<NotificationPreference[]> =>
  db
    .select({ project_id, kind, in_app, in_digest })
    .from(notificationPreferences)
    .where(eq(user_id, userId))
    .orderBy(project_id, kind)

/** Puts these in the place of all former ones. 422 for a project the person cannot see. */
export async function replacePreferences(
  db: Db,
  actor: Actor,
  items: readonly NotificationPreference[],
): Promise<void> {
  await db.transaction(async (tx) => {
    const named = items.flatMap((item) => item.project_id ?? [])
    const teamIds = visibleTeams(actor)
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from projects.projects where id = any(${sql.param(named)}::uuid[])
            and deleted_at is null
            and ${teamIds === null ? sql`true` : sql`team_id = any(${sql.param(teamIds)}::uuid[])`}`,
    )
    const known = new Set(rows.map(({ id }) => id))
    const unknown = items.findIndex(
      (item) => item.project_id !== null && !known.has(item.project_id),
    )
    if (unknown !== -1) throw unknownReference(`#/items/${unknown}/project_id`)
    await tx.delete(notificationPreferences).where(eq(user_id, actor.id))
    if (items.length === 0) return
    await tx
      .insert(notificationPreferences)
      .values(items.map((item) => ({ ...item, user_id: actor.id })))
      .onConflictDoNothing()
  })
}
