/** Whom a completion counts for, and in which week. */
export interface Credit {
  user_id: string
  week_start: string
}

export interface TaskCredit {
  /** Of the latest change applied; 0 before any. */
  task_version: number
  /** Null while the task counts for nobody. */
  credit: Credit | null
}

interface CreditChange {
  /** What no longer counts, if anything did. */
  takenBack: Credit | null
  /** What counts from now on, if anything does. */
  given: Credit | null
}

/**
 * What a change of a task's state does to the counts: nothing if a later change was applied before it.
 * Events of one task may come twice and out of order; the end is the same whichever way they come.
 */
export function creditChange(
  before: TaskCredit,
  change: { task_version: number; credit: Credit | null },
): CreditChange | null {
  if (change.task_version <= before.task_version) return null
  return { takenBack: before.credit, given: change.credit }
}
