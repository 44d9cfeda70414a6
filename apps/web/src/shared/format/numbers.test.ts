import { expect, test } from 'vitest'
import { formatClock, formatHours, formatPercent, formatSigned, plural } from './numbers.ts'

test('figures carry a true minus, never a hyphen', () => {
  expect(formatSigned(-2)).toBe('−2')
  expect(formatPercent(-38)).toBe('−38%')
  expect(formatClock(-90)).toBe('−1:30')
})

test('a whole percentage has no decimal, another has one', () => {
  expect(formatPercent(65)).toBe('65%')
  expect(formatPercent(16.94)).toBe('16.9%')
})

test('signs, hours and counts read as a table writes them', () => {
  expect(formatSigned(20)).toBe('+20')
  expect(formatSigned(0)).toBe('0')
  expect(formatHours(870)).toBe('14.5 h')
  expect(formatClock(570)).toBe('9:30')
  expect(plural(1, 'task')).toBe('1 task')
  expect(plural(1284, 'task')).toBe('1,284 tasks')
})
