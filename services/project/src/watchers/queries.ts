import type { PersonRef } from '@milepost/api-contracts/common'
import type { Db } from '@milepost/db-schemas/database'
import { taskWatchers } from '@milepost/db-schemas/tasks'
import { and, eq, sql } from 'drizzle-orm'

/** By name, at most 500. */
export async function listWatchers(db: Db, taskId: string): Promise<PersonRef[]> {
  const { rows } = await db.execute<{ id: string; display_name: string }>(
    sql`select u.id, u.display_name from projects.task_watchers w join auth.users u on u.id = w.user_id
        where w.task_id = ${taskId} order by u.display_name, u.id limit 500`,
  )
  return rows
}

interface Watching {
  taskId: string
  userId: string
}

export async function addWatcher(db: Db, { taskId, userId }: Watching) {
  await db.insert(taskWatchers).values({ task_id: taskId, user_id: userId }).onConflictDoNothing()
}

export async function removeWatcher(db: Db, { taskId, userId }: Watching) {
  await db
    .delete(taskWatchers)
    .where(and(eq(taskWatchers.task_id, taskId), eq(taskWatchers.user_id, userId)))
}
