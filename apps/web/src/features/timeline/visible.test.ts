import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnAt, scrollToRow } from './visible.ts'

const screen = { width: 900, height: 700 }

test('whatever is on the screen is drawn, and little more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 320_000 }),
      fc.integer({ min: 0, max: 40_000 }),
      (scrollTop, scrollLeft) => {
        const drawn = drawnAt({ scrollTop, scrollLeft, ...screen }, 1_000_000)
        expect(drawn.rowFrom * 32).toBeLessThanOrEqual(scrollTop)
        expect(drawn.rowTo * 32).toBeGreaterThanOrEqual(scrollTop + screen.height)
        expect(drawn.xFrom).toBeLessThanOrEqual(scrollLeft)
        expect(drawn.xTo).toBeGreaterThanOrEqual(scrollLeft + screen.width)
        expect(drawn.rowTo - drawn.rowFrom).toBeLessThan(80)
      },
    ),
  )
})

test('a scroll of a few pixels draws nothing new', () => {
  const at = (scrollTop: number) => drawnAt({ scrollTop, scrollLeft: 0, ...screen }, 1000)
  expect(at(1030)).toEqual(at(1100))
})

test('a row in view needs no scroll, one outside the least', () => {
  expect(scrollToRow(10, { scrollTop: 100, height: 640 })).toBeUndefined()
  expect(scrollToRow(2, { scrollTop: 100, height: 640 })).toBe(64)
  expect(scrollToRow(30, { scrollTop: 0, height: 640 })).toBe(352)
})
