import { expect, test } from 'vitest'
import { project } from '#test/portfolio.ts'
import { forecastScale, positionOf } from './forecast-scale.ts'

const today = '2026-11-20'
const until = (p85: string, reference_date: string | null = null) =>
  project({
    baseline_finish_date: reference_date,
    finish_date: null,
    forecast: {
      p50: '2027-03-26',
      p85,
      reference_date,
      reference: 'baseline',
      working_days_late: 20,
    },
  })

test('the axis runs from the month of today to the end of the last month', () => {
  expect(forecastScale([until('2027-04-23')], today)).toEqual({
    from: '2026-11-01',
    to: '2027-05-01',
    months: ['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01'],
  })
})

test('today stands where its share of the axis is', () => {
  const scale = forecastScale([until('2027-04-23')], today)
  expect(positionOf(scale, today)).toBeCloseTo(10.5, 1)
  expect(positionOf(scale, '2027-05-01')).toBe(100)
})

test('a baseline of two months ago widens the axis; one of two years ago lies on its edge', () => {
  expect(forecastScale([until('2027-04-23', '2026-09-18')], today).from).toBe('2026-09-01')
  const scale = forecastScale([until('2027-04-23', '2024-09-18')], today)
  expect(scale.from).toBe('2026-11-01')
  expect(positionOf(scale, '2024-09-18')).toBe(0)
})

test('without any project there is still an axis', () => {
  expect(forecastScale([], today)).toEqual({ from: '2026-11-01', to: '2026-12-01', months: [] })
})
