import { conflict } from '@milepost/service-kit/problem'
import { canSeeTask } from './policy.ts'

/** Half of every policy on a task: who may not see it is told what a missing one is told. */
export const taskPolicy = { see: canSeeTask, missing: 'There is no such task.' }

/** 409 with the task as it is now. */
export const taskChanged = (current: unknown) =>
  conflict('task-changed', 'Someone changed this task meanwhile.', current)

interface LimitedColumn {
  name: string
  wip_limit: number | null
  /** Null where the limit blocks nothing. */
  card_count: number | null
}

/** Throws 409 where one card more is one too many and the team wants that refused. */
export function refuseFullColumn({ name, wip_limit, card_count }: LimitedColumn): void {
  if (wip_limit === null || card_count === null || card_count < wip_limit) return
  throw conflict('column-full', `"${name}" takes at most ${wip_limit} cards.`)
}
