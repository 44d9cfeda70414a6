import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Task } from '@milepost/db-schemas/tasks'
import { invalidRequest } from '@milepost/service-kit/problem'

export type StatusFields = Pick<
  Task,
  'status' | 'column_id' | 'status_changed_at' | 'completed_at' | 'blocked_reason' | 'blocked_since'
>

interface Entry {
  status: TaskStatus
  /** What the caller said; undefined when nothing. */
  blockedReason?: string | null | undefined
  now: Date
}

/**
 * What a status brings with it: a finished task has a finish, a blocked one says why and since when,
 * and leaving either takes that away. Throws 400 for a blocked task without a reason, and for a reason
 * without a block.
 */
export function enterStatus(
  task: StatusFields,
  { status, blockedReason, now }: Entry,
): StatusFields {
  const stays = task.status === status
  const reason =
    blockedReason === undefined && stays ? task.blocked_reason : (blockedReason ?? null)
  if ((status === 'blocked') !== (reason !== null)) throw blockWithoutReason()
  return {
    status,
    // Every status has columns of its own; a task enters the first of them.
    column_id: stays ? task.column_id : null,
    status_changed_at: stays ? task.status_changed_at : now,
    completed_at: status === 'done' ? (stays ? task.completed_at : now) : null,
    blocked_reason: reason,
    blocked_since: status === 'blocked' ? (stays ? task.blocked_since : now) : null,
  }
}

const blockWithoutReason = () =>
  invalidRequest([
    { pointer: '#/blocked_reason', detail: 'A blocked task says why; any other does not.' },
  ])
