import { type Team, teamMemberships, teams, users } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, asc, count, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { NamePosition } from '#paging/name-cursor.ts'

export type CountedTeam = Team & { member_count: number }

export interface Member {
  id: string
  display_name: string
  is_lead: boolean
}

const countedColumns = { ...getTableColumns(teams), member_count: count(users.id) }

const selectTeams = (db: Db | Tx) =>
  db
    .select(countedColumns)
    .from(teams)
    .leftJoin(teamMemberships, eq(teamMemberships.team_id, teams.id))
    .leftJoin(users, and(eq(users.id, teamMemberships.user_id), users.is_active))

export async function findTeam(db: Db | Tx, teamId: string): Promise<CountedTeam | undefined> {
  const [team] = await selectTeams(db)
    .where(and(eq(teams.id, teamId), isNull(teams.deleted_at)))
    .groupBy(teams.id)
  return team
}

export interface TeamPage {
  /** Only these; all of them when null. */
  ids: readonly string[] | null
  after: NamePosition | undefined
  limit: number
}

export async function listTeams(db: Db, { ids, after, limit }: TeamPage): Promise<CountedTeam[]> {
  return selectTeams(db)
    .where(
      and(
        isNull(teams.deleted_at),
        ids === null ? undefined : inArray(teams.id, [...ids]),
        after && sql`(${teams.name}, ${teams.id}) > (${after.name}, ${after.id})`,
      ),
    )
    .groupBy(teams.id)
    .orderBy(asc(teams.name), asc(teams.id))
    .limit(limit)
}

/** Those of the ids that are teams. */
export async function listTeamIds(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(inArray(teams.id, [...ids]), isNull(teams.deleted_at)))
  return found.map(({ id }) => id)
}

/** Far more than work together. */
const membersMax = 500

export async function listMembers(db: Db | Tx, teamId: string): Promise<Member[]> {
  return db
    .select({
      id: users.id,
      display_name: users.display_name,
      is_lead: teamMemberships.is_lead,
    })
    .from(teamMemberships)
    .innerJoin(users, eq(users.id, teamMemberships.user_id))
    .where(and(eq(teamMemberships.team_id, teamId), users.is_active))
    .orderBy(asc(users.display_name), asc(users.id))
    .limit(membersMax)
}

/** Nothing when another team has this name. */
export async function addTeam(
  tx: Tx,
  team: Pick<Team, 'name' | 'description'>,
): Promise<Team | undefined> {
  const [added] = await tx
    .insert(teams)
    .values(team)
    .onConflictDoNothing({ target: teams.name })
    .returning()
  return added
}

interface NewMember {
  team_id: string
  user_id: string
  is_lead: boolean
}

/** Answers how many were added: whoever is a member already stays as they are. */
export async function addMembers(tx: Tx, members: readonly NewMember[]): Promise<number> {
  if (members.length === 0) return 0
  const added = await tx
    .insert(teamMemberships)
    .values([...members])
    .onConflictDoNothing()
    .returning({ id: teamMemberships.id })
  return added.length
}
