import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from './lane-span.ts'

const heights = [110, 60, 110, 60]

test.each([
  ['the top', 0, 90, { first: 0, until: 1, above: 0, below: 230 }],
  ['the middle', 120, 190, { first: 1, until: 3, above: 110, below: 60 }],
  ['the end', 300, 900, { first: 3, until: 4, above: 280, below: 0 }],
  ['beyond the end', 900, 1800, { first: 4, until: 4, above: 340, below: 0 }],
  ['before the top', -900, -10, { first: 0, until: 0, above: 0, below: 340 }],
])('at %s only what reaches into the window is in the page', (_where, from, to, span) => {
  expect(spanOf({ heights, from, to })).toEqual(span)
})

test('whatever is shown, the lane is as long as all of its items', () => {
  const pixels = fc.integer({ min: -2000, max: 20_000 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 })), pixels, pixels, (all, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      const { first, until, above, below } = spanOf({ heights: all, from, to })
      const sum = (some: number[]) => some.reduce((total, height) => total + height, 0)
      expect(above + sum(all.slice(first, until)) + below).toBe(sum(all))
    }),
  )
})
