import type { Tx } from '@milepost/db-schemas/database'
import { type Credit, creditChange } from './credit.ts'
import { addToCompleted, lockTaskCredit, saveTaskCredit } from './queries.ts'

interface TaskState {
  task_id: string
  /** The task's version after the change. */
  task_version: number
  /** Null when it is no longer done. */
  credit: Credit | null
}

/** Brings the counts in line with what a task has become. */
export async function applyTaskCredit(
  tx: Tx,
  { task_id, task_version, credit }: TaskState,
): Promise<void> {
  const change = creditChange(await lockTaskCredit(tx, task_id), { task_version, credit })
  if (!change) return
  await saveTaskCredit(tx, task_id, { task_version, credit })
  if (change.takenBack) await addToCompleted(tx, change.takenBack, -1)
  if (change.given) await addToCompleted(tx, change.given, 1)
}
