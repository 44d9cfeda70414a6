import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDate, toDay } from './day-number.ts'

test('days count from 1970-01-01, over every date that the platform knows', () => {
  const first = Date.parse('0001-01-01T00:00:00Z') / 86_400_000
  const last = Date.parse('9999-12-31T00:00:00Z') / 86_400_000
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect(toDay(date)).toBe(day)
      expect(toDate(day)).toBe(date)
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  '1600-02-29',
  '1900-02-28',
  '1900-03-01',
  '2000-02-29',
  '2024-12-31',
  '2025-01-01',
  '0001-01-01',
  '9999-12-31',
])('%s survives the way there and back', (date) => {
  expect(toDate(toDay(date))).toBe(date)
})

test.each([
  '',
  '2026-11-2',
  '2026-11-31',
  '2026-02-29',
  '1900-02-29',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '0000-01-01',
  '2026/11/02',
  '2026-11-02T00:00:00Z',
  ' 026-11-02',
])('%j is refused', (date) => {
  expect(() => toDay(date)).toThrow(RangeError)
})

test('a day after the year 9999 has no date', () => {
  expect(() => toDate(toDay('9999-12-31') + 1)).toThrow(RangeError)
  expect(() => toDate(toDay('0001-01-01') - 1)).toThrow(RangeError)
})
