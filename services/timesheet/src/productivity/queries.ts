import type { Tx } from '@milepost/db-schemas/database'
import { creditedCompletions, productivityMetrics } from '@milepost/db-schemas/timesheets'
import { eq, sql } from 'drizzle-orm'
import type { Credit, TaskCredit } from './credit.ts'

/** What counts for a task so far, kept from changing until the transaction ends. */
export async function lockTaskCredit(tx: Tx, task_id: string): Promise<TaskCredit> {
  await tx.insert(creditedCompletions).values({ task_id, task_version: 0 }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(creditedCompletions)
    .where(eq(creditedCompletions.task_id, task_id))
    .for('update')
  if (!row) throw new Error(`the credit of task ${task_id} vanished while it was locked`)
  const { task_version, user_id, week_start } = row
  return {
    task_version,
    credit: user_id !== null && week_start !== null ? { user_id, week_start } : null,
  }
}

export async function saveTaskCredit(
  tx: Tx,
  task_id: string,
  { task_version, credit }: TaskCredit,
): Promise<void> {
  await tx
    .update(creditedCompletions)
    .set({
      task_version,
      user_id: credit?.user_id ?? null,
      week_start: credit?.week_start ?? null,
    })
    .where(eq(creditedCompletions.task_id, task_id))
}

/** Counts one completion more, or one less. */
export async function addToCompleted(tx: Tx, credit: Credit, count: 1 | -1): Promise<void> {
  await tx
    .insert(productivityMetrics)
    .values({ ...credit, tasks_completed: Math.max(0, count) })
    .onConflictDoUpdate({
      target: [productivityMetrics.user_id, productivityMetrics.week_start],
      set: {
        tasks_completed: sql`greatest(0, ${productivityMetrics.tasks_completed} + ${count})`,
        updated_at: sql`now()`,
      },
    })
}
