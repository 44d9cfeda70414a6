import { expect, test } from 'vitest'
import { lagDays } from './lag-days.ts'

test.each([
  [0, 0],
  [480, 1],
  [1, 1],
  [481, 2],
  [-1, 0],
  [-479, 0],
  [-480, -1],
  [-481, -1],
])('a lag of %i minutes is %i working days', (minutes, days) => {
  expect(lagDays(minutes)).toBe(days)
})
