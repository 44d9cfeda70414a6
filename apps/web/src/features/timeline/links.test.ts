import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf } from '#test/cards.ts'
import { link } from '#test/timeline.ts'
import {
  headPath,
  indexLinks,
  lagLabel,
  linePath,
  linkAt,
  linksIn,
  type Place,
  routeLink,
} from './links.ts'

const types = ['FS', 'SS', 'FF', 'SF'] as const
const place = (row: number, left: number, right: number): Place => ({ row, left, right })

test('an arrow begins at the predecessor’s end and arrives at the successor’s bar, in right angles', () => {
  const anyPlace = fc.record({
    row: fc.integer({ min: 0, max: 50 }),
    left: fc.integer({ min: 0, max: 2000 }),
    width: fc.integer({ min: 4, max: 400 }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...types), anyPlace, anyPlace, (type, a, b) => {
      fc.pre(a.row !== b.row)
      const from = place(a.row, a.left, a.left + a.width)
      const to = place(b.row, b.left, b.left + b.width)
      const points = routeLink(type, from, to)
      expect(points[0]).toEqual([type[0] === 'F' ? from.right : from.left, a.row * 32 + 13])
      const [x, y] = points.at(-1) ?? [0, 0]
      expect(x).toBeGreaterThanOrEqual(to.left)
      // A bar that is narrower than the way in is met at its very end.
      expect(x).toBeLessThanOrEqual(Math.max(to.right, to.left + 12))
      expect(Math.floor(y / 32)).toBe(b.row)
      for (let at = 1; at < points.length; at++)
        expect(
          points[at]?.[0] === points[at - 1]?.[0] || points[at]?.[1] === points[at - 1]?.[1],
        ).toBe(true)
    }),
  )
})

test('a follower further right is met from above in one turn', () => {
  expect(routeLink('FS', place(0, 0, 100), place(2, 120, 200))).toEqual([
    [100, 13],
    [125.5, 13],
    [125.5, 71],
  ])
})

test('a follower that began too early is reached by turning back between the rows', () => {
  const points = routeLink('FS', place(0, 0, 300), place(1, 20, 60))
  expect(points).toEqual([
    [300, 13],
    [307, 13],
    [307, 32],
    [25.5, 32],
    [25.5, 39],
  ])
})

test('lines and heads are drawn from the corners', () => {
  const points = [
    [0, 13],
    [20, 13],
    [20, 71],
  ] as const
  expect(linePath(points)).toBe('M0 13L17 13Q20 13 20 16L20 71')
  expect(headPath(points)).toBe('M16.5 66h7L20 71z')
})

const rows = new Map([
  [idOf('a'), 0],
  [idOf('b'), 5],
  [idOf('c'), 100],
])
const at = (_id: string, row: number) => place(row, row * 10, row * 10 + 50)

test('only links that cross the part are drawn, also those that begin and end outside of it', () => {
  const index = indexLinks([link('a', 'b'), link('a', 'c'), link('b', 'a')], rows)
  const part = { rowFrom: 50, rowTo: 60, xFrom: 0, xTo: 2000 }
  expect(linksIn(index, part, at).map(({ link: { successor_id } }) => successor_id)).toEqual([
    idOf('c'),
  ])
  expect(linksIn(index, { ...part, xFrom: 1500 }, at)).toEqual([])
  expect(linksIn(index, { rowFrom: 0, rowTo: 10, xFrom: 0, xTo: 2000 }, at)).toHaveLength(3)
})

test('a link inside one row, or to a task that is not shown, is left out', () => {
  const folded = new Map([
    [idOf('a'), 3],
    [idOf('b'), 3],
  ])
  expect(indexLinks([link('a', 'b'), link('a', 'c')], folded).links).toEqual([])
})

test('a press near a line finds its link, one beside it finds none', () => {
  const drawn = linksIn(
    indexLinks([link('a', 'b')], rows),
    { rowFrom: 0, rowTo: 10, xFrom: 0, xTo: 999 },
    at,
  )
  const [, corner] = drawn[0]?.points ?? []
  expect(linkAt(drawn, [(corner?.[0] ?? 0) + 3, 80])?.id).toBe(link('a', 'b').id)
  expect(linkAt(drawn, [(corner?.[0] ?? 0) + 30, 80])).toBeUndefined()
})

test.each([
  [960, '+2 d'],
  [-480, '−1 d'],
  [240, '+4 h'],
])('a lag of %i minutes reads "%s"', (minutes, text) => {
  expect(lagLabel(minutes)).toBe(text)
})
