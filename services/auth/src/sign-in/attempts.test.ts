import { expect, test } from 'vitest'
import { standingOf, windowStart } from './attempts.ts'

const now = new Date('2026-11-20T09:00:00Z')
const minutesAgo = (...minutes: number[]) =>
  minutes.map((count) => new Date(now.getTime() - count * 60_000))

test.each([
  [[], { triesLeft: 4 }],
  [[1], { triesLeft: 3 }],
  [[1, 2, 3, 14], { triesLeft: 0 }],
  // The oldest leaves the window in two minutes.
  [[13, 9, 8, 2, 1], { retryAfterSeconds: 120 }],
  [[1, 2, 8, 9, 13], { retryAfterSeconds: 120 }],
  // With one too many it takes two of them.
  [[14, 13, 9, 8, 2, 1], { retryAfterSeconds: 120 }],
  [[15, 0, 0, 0, 0], { retryAfterSeconds: 1 }],
])('failures %j minutes ago leave %j', (minutes, standing) => {
  expect(standingOf(minutesAgo(...minutes), now)).toEqual(standing)
})

test('the window is 15 minutes', () => {
  expect(windowStart(now)).toEqual(new Date('2026-11-20T08:45:00Z'))
})
