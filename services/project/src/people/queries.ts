import type { PersonRef } from '@milepost/api-contracts/common'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

// People and teams belong to auth: this service may read a few of their columns and knows no more of them.

export async function teamExists(db: Db | Tx, teamId: string): Promise<boolean> {
  const { rowCount } = await db.execute(
    sql`select from auth.teams where id = ${teamId} and deleted_at is null`,
  )
  return rowCount === 1
}

/** Whether work of the team can be given to this person. */
export async function isActiveMember(
  db: Db | Tx,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<boolean> {
  const { rowCount } = await db.execute(
    sql`select from auth.team_memberships m join auth.users u on u.id = m.user_id
        where m.team_id = ${teamId} and m.user_id = ${userId} and u.is_active`,
  )
  return rowCount === 1
}

/** By name. At most 500: a team, not an organisation. */
export async function listActiveMembers(db: Db, teamId: string): Promise<PersonRef[]> {
  const { rows } = await db.execute<{ id: string; display_name: string }>(
    sql`select u.id, u.display_name
        from auth.team_memberships m join auth.users u on u.id = m.user_id
        where m.team_id = ${teamId} and u.is_active
        order by u.display_name, u.id limit 500`,
  )
  return rows
}
