import type { TaskFields } from './task-fields.ts'

/** One task of a change set. A task that was added has no `before`, one that was deleted no `after`. */
export interface RecordedChange {
  task_id: string
  /** The task's version afterwards: another one means that somebody changed it since. */
  version: number
  /** The fields that differ, as they were. */
  before: Partial<TaskFields> | null
  after: Partial<TaskFields> | null
}
