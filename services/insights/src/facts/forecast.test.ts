import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastFinish } from './forecast.ts'

const from = '2026-11-20'
const runs = 300
const histories = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 6, maxLength: 20 })
const opens = fc.integer({ min: 1, max: 120 })

test('a steady pace finishes when arithmetic says so, on a working day', () => {
  const steady = { weeklyDone: Array<number>(12).fill(5), from, seed: 'a' }
  expect(forecastFinish({ ...steady, open: 5 })).toEqual({ p50: '2026-11-27', p85: '2026-11-27' })
  expect(forecastFinish({ ...steady, open: 6 })).toEqual({ p50: '2026-11-30', p85: '2026-11-30' })
  expect(forecastFinish({ ...steady, open: 50 })).toEqual({ p50: '2027-01-29', p85: '2027-01-29' })
})

test('P85 is never before P50, and both are in the future', () => {
  fc.assert(
    fc.property(histories, opens, fc.string(), (weeklyDone, open, seed) => {
      const forecast = forecastFinish({ open, weeklyDone, from, seed, runs })
      if ('abstains' in forecast) return
      expect(forecast.p85 >= forecast.p50).toBe(true)
      expect(forecast.p50 > from).toBe(true)
    }),
  )
})

test('with the same seed more work is never finished earlier', () => {
  fc.assert(
    fc.property(histories, opens, fc.integer({ min: 1, max: 40 }), (weeklyDone, open, more) => {
      const less = forecastFinish({ open, weeklyDone, from, seed: 's', runs })
      const added = forecastFinish({ open: open + more, weeklyDone, from, seed: 's', runs })
      if ('abstains' in less || 'abstains' in added) return
      expect(added.p50 >= less.p50).toBe(true)
      expect(added.p85 >= less.p85).toBe(true)
    }),
  )
})

test('the same input gives the same forecast', () => {
  fc.assert(
    fc.property(histories, opens, fc.string(), (weeklyDone, open, seed) => {
      const input = { open, weeklyDone, from, seed, runs: 50 }
      expect(forecastFinish(input)).toEqual(forecastFinish(input))
    }),
  )
})

test('only the last twelve weeks count', () => {
  const recent = Array<number>(12).fill(2)
  const input = { open: 20, from, seed: 's', runs }
  expect(forecastFinish({ ...input, weeklyDone: [90, 90, ...recent] })).toEqual(
    forecastFinish({ ...input, weeklyDone: recent }),
  )
})

test.each([
  ['five weeks of history', [3, 3, 3, 3, 3], /6 full weeks of history; this project has 5/],
  ['nothing finished lately', [0, 0, 0, 0, 0, 0], /No task was finished in the last 6/],
  ['a pace of decades', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], /ten years or more/],
])('it abstains with %s and says why', (_what, weeklyDone, reason) => {
  const forecast = forecastFinish({ open: 100, weeklyDone, from, seed: 's', runs })
  expect(forecast).toEqual({ abstains: expect.stringMatching(reason) })
})
