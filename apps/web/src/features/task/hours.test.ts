import { expect, test } from 'vitest'
import { hoursToMinutes, minutesToHours } from './hours.ts'

test.each([
  ['1.5', 90],
  ['1,5', 90],
  ['12', 720],
  ['0', 0],
  ['', null],
  ['soon', null],
  ['-2', null],
])('"%s" hours are %s minutes', (text, minutes) => {
  expect(hoursToMinutes(text)).toBe(minutes)
})

test.each([
  [90, '1.5'],
  [720, '12'],
  [50, '0.83'],
  [null, ''],
])('%s minutes are written "%s"', (minutes, text) => {
  expect(minutesToHours(minutes)).toBe(text)
})
