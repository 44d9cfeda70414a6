import { toDate, toDay } from '@milepost/schedule/day-number'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  axisAround,
  createAxis,
  freeStretches,
  levelOf,
  ticksBetween,
  zoomLevels,
  zoomNames,
} from './axis.ts'

const day = toDay('2026-11-02')

test('every place of a day leads back to that day, at any zoom', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.double({ min: 0.5, max: 56, noNaN: true }),
      (offset, part, pxPerDay) => {
        const axis = createAxis(day, day + 4000, pxPerDay)
        expect(axis.dayAt(axis.x(day + offset) + part * pxPerDay)).toBe(day + offset)
      },
    ),
  )
})

test.each(zoomNames)('the zoom of "%s" is the level of that name', (name) => {
  expect(levelOf(zoomLevels[name])).toBe(name)
  expect(levelOf(zoomLevels[name] * 1.2)).toBe(name)
})

test('the axis begins on a Monday before the first day, and fills the chart', () => {
  const axis = axisAround([day + 40], day, 6, 1200)
  expect(new Date(`${toDate(axis.first)}T00:00Z`).getUTCDay()).toBe(1)
  expect(axis.first).toBeLessThan(day)
  expect(axis.width).toBeGreaterThanOrEqual(1200)
  expect(axis.end).toBeGreaterThan(day + 40)
})

test.each([
  ['day', ['November 2026', 'December'], ['2', '3', '4']],
  ['week', ['November 2026', 'December'], ['2', '9', '16']],
  ['month', ['2026', '2027'], ['Dec', 'Jan', 'Feb']],
  ['quarter', ['2026', '2027'], ['Q1', 'Q2', 'Q3']],
] as const)('at the zoom of "%s" the header counts %o and %o', (name, major, minor) => {
  const axis = createAxis(day, day + 400, zoomLevels[name])
  const ticks = ticksBetween(axis, 0, axis.width)
  expect(ticks.major.slice(0, 2).map(({ label }) => label)).toEqual(major)
  expect(ticks.minor.slice(0, 3).map(({ label }) => label)).toEqual(minor)
})

test('ticks of a part are those of the whole that lie in it', () => {
  const axis = createAxis(day, day + 1000, zoomLevels.week)
  const whole = ticksBetween(axis, 0, axis.width).minor
  const part = ticksBetween(axis, 700, 1400).minor
  expect(part.length).toBeLessThan(whole.length / 3)
  expect(whole).toEqual(expect.arrayContaining(part))
})

test('days off that follow each other are one stretch', () => {
  const off = new Set([5, 6, 9])
  expect(freeStretches((one) => !off.has(one), 0, 12)).toEqual([
    { from: 5, to: 7 },
    { from: 9, to: 10 },
  ])
})
