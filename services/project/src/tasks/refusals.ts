import { conflict } from '@milepost/service-kit/problem'
import { canSeeTask } from './policy.ts'

/** Half of every policy on a task: who may not see it is told what a missing one is told. */
export const taskPolicy = { see: canSeeTask, missing: 'There is no such task.' }

/** 409 with the task as it is now. */
export const taskChanged = (current: unknown) =>
  conflict('task-changed', 'Someone changed this task meanwhile.', current)
