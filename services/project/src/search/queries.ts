import type { SearchResult } from '@milepost/api-contracts/search'
import type { Tx } from '@milepost/db-schemas/database'
import { type SQL, sql } from 'drizzle-orm'
import { likeText, type ParsedQuery, wordsQuery } from './parse-query.ts'

interface Scope {
  /** Null stands for every team. */
  teamIds: readonly string[] | null
  readerId: string
  /** Tasks of this one alone. */
  projectId: string | undefined
  limit: number
}

/** A search that takes longer than this is given up; somebody is typing. */
const searchMsMax = 1_500

export const limitTime = (tx: Tx) =>
  tx.execute(sql.raw(`set local statement_timeout = ${searchMsMax}`))

/** In small letters, whatever the database's own locale knows of them. */
const small = (column: SQL) => sql`lower(${column} collate "und-x-icu")`

const visible = ({ teamIds }: Scope) =>
  teamIds === null ? sql`true` : sql`p.team_id = any(${sql.param(teamIds)}::uuid[])`

/** Not even looked at beyond the reader's projects: the team is a condition, not a filter of the answer. */
export async function searchTasks(
  tx: Tx,
  query: ParsedQuery,
  scope: Scope,
): Promise<SearchResult['tasks']> {
  const { key, number, text, words, statuses, mine } = query
  const filters = [
    statuses && sql`t.status = any(${sql.param(statuses)}::projects.task_status[])`,
    scope.projectId === undefined ? undefined : sql`p.id = ${scope.projectId}`,
    mine ? sql`t.assignee_id = ${scope.readerId}` : undefined,
    text === '' ? undefined : matches({ key, number, text, words }),
  ].filter((one) => one !== undefined)
  if (filters.length === 0) return []
  const found = await tx.execute<Found>(sql`
    select t.id, concat(p.key, '-', t.number) as key, t.title, t.status, p.id as project_id,
      p.name as project_name
    from projects.tasks t
    join projects.projects p on p.id = t.project_id
    join projects.task_texts x on x.task_id = t.id
    where t.deleted_at is null and p.deleted_at is null and ${visible(scope)}
      and ${sql.join(filters, sql` and `)}
    order by t.number = ${number ?? 0} desc,
      x.title like ${`${likeText(text)}%`} desc,
      x.title like ${`%${likeText(text)}%`} desc,
      t.status in ('done', 'cancelled'), t.updated_at desc, t.id
    limit ${scope.limit}`)
  return found.rows.map(({ project_id, project_name, ...task }) => ({
    ...task,
    project: { id: project_id, name: project_name },
  }))
}

type Found = Omit<SearchResult['tasks'][number], 'project'> & {
  project_id: string
  project_name: string
}

function matches({
  key,
  number,
  text,
  words,
}: Pick<ParsedQuery, 'key' | 'number' | 'text' | 'words'>): SQL {
  if (key) return sql`p.key = ${key.project} and t.number = ${key.number}`
  const ways = [
    sql`x.title like ${`%${likeText(text)}%`}`,
    ...(words.length > 0 ? [sql`x.words @@ to_tsquery('simple', ${wordsQuery(words)})`] : []),
    ...(number === undefined ? [] : [sql`t.number = ${number}`]),
  ]
  return sql`(${sql.join(ways, sql` or `)})`
}

export async function searchProjects(
  tx: Tx,
  { text }: ParsedQuery,
  scope: Scope,
): Promise<SearchResult['projects']> {
  if (text === '') return []
  const like = likeText(text)
  const { rows } = await tx.execute<SearchResult['projects'][number]>(sql`
    select p.id, p.key, p.name, p.status from projects.projects p
    where p.deleted_at is null and ${visible(scope)}
      and (${small(sql`p.name`)} like ${`%${like}%`} or ${small(sql`p.key`)} like ${`${like}%`})
    order by ${small(sql`p.key`)} like ${like} desc, ${small(sql`p.name`)} like ${`${like}%`} desc,
      p.status in ('completed', 'cancelled'), p.name, p.id
    limit ${scope.limit}`)
  return rows
}

/** Active members of the teams that the reader is in. */
export async function searchPeople(
  tx: Tx,
  { text }: ParsedQuery,
  { teamIds, limit }: Scope,
): Promise<SearchResult['people']> {
  if (text === '') return []
  const like = likeText(text)
  const inTeams =
    teamIds === null
      ? sql`true`
      : sql`exists (select from auth.team_memberships m
          where m.user_id = u.id and m.team_id = any(${sql.param(teamIds)}::uuid[]))`
  const { rows } = await tx.execute<SearchResult['people'][number]>(sql`
    select u.id, u.display_name from auth.users u
    where u.is_active and ${inTeams} and ${small(sql`u.display_name`)} like ${`%${like}%`}
    order by ${small(sql`u.display_name`)} like ${`${like}%`} desc, u.display_name, u.id
    limit ${limit}`)
  return rows
}
