import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { sql } from 'drizzle-orm'
import { lockBoard } from '#tasks/queries.ts'

/** The boards of these projects, by project. In the order of their ids, so that no two wait for each other. */
export async function lockBoards(
  tx: Tx,
  projectIds: readonly string[],
): Promise<Map<string, ProjectProgress>> {
  const boards = new Map<string, ProjectProgress>()
  for (const id of [...new Set(projectIds)].sort()) boards.set(id, await lockBoard(tx, id))
  return boards
}

/**
 * Every project that a chain of links could reach from these, whose boards are locked. Links that change
 * at once in two projects can close a circle through a third, and no board's lock is common to both: so
 * where links cross projects, one further lock is taken until the transaction ends.
 */
export async function lockNetwork(tx: Tx, projectIds: readonly string[]): Promise<string[]> {
  const found = await listConnected(tx, projectIds)
  if (found.length <= 1) return found
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('links between projects', 0))`)
  return listConnected(tx, projectIds)
}

async function listConnected(tx: Tx, projectIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive crossing as materialized (
      select distinct p.project_id as one, d.project_id as other
      from projects.task_dependencies d
      join projects.tasks p on p.id = d.predecessor_id
      where p.project_id <> d.project_id
    ), connected as (
      select unnest(${sql.param([...projectIds])}::uuid[]) as id
      union
      select case when c.one = r.id then c.other else c.one end
      from connected r join crossing c on r.id in (c.one, c.other)
    )
    select id from connected`)
  return rows.map(({ id }) => id)
}
