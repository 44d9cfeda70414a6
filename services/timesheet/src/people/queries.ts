import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, eq, isNull } from 'drizzle-orm'
import { teamMemberships, teams, users } from '#foreign-tables.ts'

/** Somebody with hours, as far as this service may know them. */
export interface Person {
  id: string
  display_name: string
  timezone: string
  team_ids: string[]
}

export async function findPerson(db: Db | Tx, userId: string): Promise<Person | undefined> {
  const { id, display_name, timezone } = users
  const [user] = await db
    .select({ id, display_name, timezone })
    .from(users)
    .where(eq(users.id, userId))
  return user && { ...user, team_ids: await listTeamIds(db, userId) }
}

export async function listTeamIds(db: Db | Tx, userId: string): Promise<string[]> {
  const memberships = await db
    .select({ team_id: teamMemberships.team_id })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.team_id))
    .where(and(eq(teamMemberships.user_id, userId), isNull(teams.deleted_at)))
  return memberships.map(({ team_id }) => team_id)
}
