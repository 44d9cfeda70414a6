import type { Tx } from '@milepost/db-schemas/database'
import type { Task } from '@milepost/db-schemas/tasks'
import { sql } from 'drizzle-orm'

type Root = Pick<Task, 'project_id' | 'path'>

/** How many levels a task and what is below it take up. */
export async function countLevels(tx: Tx, { project_id, path }: Root): Promise<number> {
  const { rows } = await tx.execute<{ levels: number }>(
    sql`select max(nlevel(path)) - nlevel(${path}::ltree) + 1 as levels from projects.tasks
        where project_id = ${project_id} and path <@ ${path}::ltree and deleted_at is null`,
  )
  return rows[0]?.levels ?? 1
}

/** Takes a task with all below it to another place in the tree, in one statement. */
export async function moveSubtree(tx: Tx, { project_id, path }: Root, newPath: string) {
  await tx.execute(
    sql`update projects.tasks
        set path = case when path = ${path}::ltree then ${newPath}::ltree
          else ${newPath}::ltree || subpath(path, nlevel(${path}::ltree)) end
        where project_id = ${project_id} and path <@ ${path}::ltree`,
  )
}
