import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { expect, test } from 'vitest'
import { later, now } from '#test/harness.ts'
import { enterStatus, type StatusFields } from './status.ts'

const inStatus = (status: TaskStatus, overrides: Partial<StatusFields> = {}): StatusFields => ({
  status,
  column_id: null,
  status_changed_at: now,
  completed_at: status === 'done' ? now : null,
  blocked_reason: status === 'blocked' ? 'No rack space' : null,
  blocked_since: status === 'blocked' ? now : null,
  ...overrides,
})

test.each<[string, StatusFields, Parameters<typeof enterStatus>[1], Partial<StatusFields>]>([
  [
    'finishing sets the finish',
    inStatus('todo'),
    { status: 'done', now: later },
    { completed_at: later, status_changed_at: later },
  ],
  [
    'staying finished keeps it',
    inStatus('done'),
    { status: 'done', now: later },
    { completed_at: now, status_changed_at: now },
  ],
  [
    'leaving done takes the finish away',
    inStatus('done'),
    { status: 'todo', now: later },
    { completed_at: null },
  ],
  [
    'blocking says why and since when',
    inStatus('todo'),
    { status: 'blocked', blockedReason: 'No parts', now: later },
    { blocked_reason: 'No parts', blocked_since: later },
  ],
  [
    'another reason does not begin the block anew',
    inStatus('blocked'),
    { status: 'blocked', blockedReason: 'No parts', now: later },
    { blocked_reason: 'No parts', blocked_since: now },
  ],
  [
    'a block stays as it is when nothing is said',
    inStatus('blocked'),
    { status: 'blocked', now: later },
    { blocked_reason: 'No rack space', blocked_since: now },
  ],
  [
    'leaving a block takes reason and beginning away',
    inStatus('blocked'),
    { status: 'todo', now: later },
    { blocked_reason: null, blocked_since: null },
  ],
])('%s', (_what, task, entry, expected) => {
  expect(enterStatus(task, entry)).toMatchObject({ status: entry.status, ...expected })
})

test.each<[string, StatusFields, Parameters<typeof enterStatus>[1]]>([
  ['a block without a reason', inStatus('todo'), { status: 'blocked', now }],
  [
    'a block whose reason is taken away',
    inStatus('blocked'),
    { status: 'blocked', blockedReason: null, now },
  ],
  [
    'a reason without a block',
    inStatus('todo'),
    { status: 'todo', blockedReason: 'No parts', now },
  ],
  [
    'a reason for leaving a block',
    inStatus('blocked'),
    { status: 'todo', blockedReason: 'No parts', now },
  ],
])('%s is refused', (_what, task, entry) => {
  expect(() => enterStatus(task, entry)).toThrow(expect.objectContaining({ status: 400 }))
})
