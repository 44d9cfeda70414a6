import type { Role } from '@milepost/api-contracts/roles'
import {
  roles,
  skills,
  teamMemberships,
  teams,
  type User,
  userRoles,
  userSkills,
  users,
} from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { NamePosition } from '#paging/name-cursor.ts'

export interface Membership {
  id: string
  name: string
  is_lead: boolean
}

export interface UserSkill {
  skill_id: string
  name: string
  level: number
  last_used_on: string | null
}

/** A person with what policies and presenters ask for; the password stays where it is. */
export type Person = Omit<User, 'password_hash'> & { roles: Role[]; teams: Membership[] }

const { password_hash, ...personColumns } = getTableColumns(users)

export async function findPerson(db: Db | Tx, userId: string): Promise<Person | undefined> {
  const found = await db.select(personColumns).from(users).where(eq(users.id, userId))
  const [person] = await withAccess(db, found)
  return person
}

export async function findPasswordHash(db: Db | Tx, userId: string): Promise<string | null> {
  const [user] = await db.select({ password_hash }).from(users).where(eq(users.id, userId))
  return user?.password_hash ?? null
}

export interface PersonPage {
  /** Members of these teams only; everybody when null. */
  teamIds: readonly string[] | null
  /** The last person of the page before. */
  after: NamePosition | undefined
  limit: number
}

export async function listPeople(db: Db, { teamIds, after, limit }: PersonPage): Promise<Person[]> {
  const found = await db
    .select(personColumns)
    .from(users)
    .where(
      and(
        teamIds === null ? undefined : inArray(users.id, membersOf(db, teamIds)),
        after && sql`(${users.display_name}, ${users.id}) > (${after.name}, ${after.id})`,
      ),
    )
    .orderBy(asc(users.display_name), asc(users.id))
    .limit(limit)
  return withAccess(db, found)
}

const membersOf = (db: Db, teamIds: readonly string[]) =>
  db
    .select({ user_id: teamMemberships.user_id })
    .from(teamMemberships)
    .where(inArray(teamMemberships.team_id, [...teamIds]))

async function withAccess(db: Db | Tx, people: Omit<User, 'password_hash'>[]): Promise<Person[]> {
  const ids = people.map(({ id }) => id)
  const rolesById = await rolesOf(db, ids)
  const teamsById = await teamsOf(db, ids)
  return people.map((person) => ({
    ...person,
    roles: rolesById.get(person.id) ?? [],
    teams: teamsById.get(person.id) ?? [],
  }))
}

async function rolesOf(db: Db | Tx, userIds: string[]): Promise<Map<string, Role[]>> {
  const rows = await db
    .select({ user_id: userRoles.user_id, name: sql<Role>`${roles.name}` })
    .from(userRoles)
    .innerJoin(roles, eq(roles.id, userRoles.role_id))
    .where(inArray(userRoles.user_id, userIds))
    .orderBy(asc(roles.name))
  return grouped(rows, ({ name }) => name)
}

async function teamsOf(db: Db | Tx, userIds: string[]): Promise<Map<string, Membership[]>> {
  const { user_id, is_lead } = teamMemberships
  const rows = await db
    .select({ user_id, is_lead, id: teams.id, name: teams.name })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.team_id))
    .where(and(inArray(user_id, userIds), isNull(teams.deleted_at)))
    .orderBy(asc(teams.name))
  return grouped(rows, ({ id, name, is_lead }) => ({ id, name, is_lead }))
}

/** By person, the strongest first. */
export async function skillsOf(db: Db | Tx, userIds: string[]): Promise<Map<string, UserSkill[]>> {
  const { user_id, skill_id, level, last_used_on } = userSkills
  const rows = await db
    .select({ user_id, skill_id, level, last_used_on, name: skills.name })
    .from(userSkills)
    .innerJoin(skills, eq(skills.id, skill_id))
    .where(inArray(user_id, userIds))
    .orderBy(sql`${level} desc`, asc(skills.name))
  return grouped(rows, ({ user_id: _, ...skill }) => skill)
}

function grouped<Row extends { user_id: string }, Item>(
  rows: Row[],
  item: (row: Row) => Item,
): Map<string, Item[]> {
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id)
  return new Map([...byUser].map(([userId, own]) => [userId, own.map(item)]))
}

/** Reads a person and keeps others from changing them until the transaction ends. */
export async function lockPerson(tx: Tx, userId: string): Promise<Person | undefined> {
  const found = await tx.select(personColumns).from(users).where(eq(users.id, userId)).for('update')
  const [person] = await withAccess(tx, found)
  return person
}

interface PersonChange {
  display_name: string | undefined
  timezone: string | undefined
  password_hash: string | undefined
}

/** Saves what is given, and leaves the rest. */
export async function savePerson(tx: Tx, person: Person, change: PersonChange): Promise<Person> {
  const [saved] = await tx
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, person.id))
    .returning(personColumns)
  if (!saved) throw new Error(`user ${person.id} vanished while locked`)
  return { ...person, ...saved }
}

type NewUser = Pick<User, 'email' | 'display_name' | 'password_hash'> & { timezone?: string }

/** Nothing when somebody has this address already. */
export async function addUser(tx: Tx, user: NewUser): Promise<User | undefined> {
  const [added] = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.email })
    .returning()
  return added
}

export async function addRoles(tx: Tx, userId: string, names: readonly Role[]): Promise<void> {
  const named = await tx
    .select({ id: roles.id })
    .from(roles)
    .where(inArray(roles.name, [...names]))
  await tx.insert(userRoles).values(named.map(({ id }) => ({ user_id: userId, role_id: id })))
}
