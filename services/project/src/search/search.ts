import type { SearchQuery, SearchResult } from '@milepost/api-contracts/search'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { unavailable } from '@milepost/service-kit/problem'
import { visibleTeams } from '#projects/policy.ts'
import { parseQuery } from './parse-query.ts'
import { limitTime, searchPeople, searchProjects, searchTasks } from './queries.ts'

const limitDefault = 8

/** What the reader can see that answers to `q`; nothing for an empty one. */
export async function search(
  db: Db,
  {
    actor,
    query: { q, project_id: projectId, limit = limitDefault },
  }: { actor: Actor; query: SearchQuery },
): Promise<SearchResult> {
  const query = parseQuery(q)
  const scope = { teamIds: visibleTeams(actor), readerId: actor.id, projectId, limit }
  try {
    return await db.transaction(async (tx) => {
      await limitTime(tx)
      return {
        tasks: await searchTasks(tx, query, scope),
        projects: projectId ? [] : await searchProjects(tx, query, scope),
        people: projectId ? [] : await searchPeople(tx, query, scope),
      }
    })
  } catch (error) {
    if (!isCancelled(error)) throw error
    throw unavailable('This search takes too long. Say more of what you look for.', 5, error)
  }
}

/** PostgreSQL gave a statement up (57014). Drizzle keeps its error as the cause. */
function isCancelled(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '57014'
}
