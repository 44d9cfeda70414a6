import { expect, test } from 'vitest'
import { overview, project, uuid } from '#test/portfolio.ts'
import { busiestWeek, inOrder, parseOrder, withCompletion } from './overview.ts'

const red = project({ id: uuid(1), name: 'B', health: 'red', completion_percentage: 20 })
const unknown = project({ id: uuid(2), name: 'C', health: 'unknown', completion_percentage: null })
const green = project({ id: uuid(3), name: 'A', health: 'green', completion_percentage: 70 })
const names = (order: Parameters<typeof inOrder>[1]) =>
  inOrder([green, unknown, red], order)
    .map(({ name }) => name)
    .join('')

test('worst first puts what is not known before what is fine', () => {
  expect(names('worst')).toBe('BCA')
})

test('what has nothing to weigh is never "least complete"', () => {
  expect(names('progress')).toBe('BAC')
})

test('an order that does not exist is "worst first", also one of Object’s own names', () => {
  expect(parseOrder('finish')).toBe('finish')
  expect(parseOrder('toString')).toBe('worst')
  expect(parseOrder(null)).toBe('worst')
})

test('the later of two likely finishes comes first, and a plan stands in for a forecast', () => {
  const planned = project({ id: uuid(4), name: 'D', finish_date: '2027-06-01' })
  const forecast = project({
    id: uuid(5),
    name: 'E',
    forecast: {
      p50: '2027-05-01',
      p85: '2027-07-01',
      reference_date: null,
      reference: 'none',
      working_days_late: null,
    },
  })
  expect(inOrder([planned, forecast], 'finish').map(({ name }) => name)).toEqual(['E', 'D'])
})

test('a new percentage changes one project and nothing else', () => {
  const before = overview({ projects: [red, green] })
  const after = withCompletion(before, red.id, 21.5)
  expect(after.projects.map((one) => one.completion_percentage)).toEqual([21.5, 70])
  expect(after.projects[1]).toBe(green)
})

test('news of the same percentage, or of a project not shown, draws nothing again', () => {
  const before = overview({ projects: [red] })
  expect(withCompletion(before, red.id, 20)).toBe(before)
  expect(withCompletion(before, uuid(99), 50)).toBe(before)
})

test('bars of all rows compare with the busiest week of any', () => {
  expect(busiestWeek([project({ weekly_done: [1, 9] }), project({ weekly_done: [4] })])).toBe(9)
  expect(busiestWeek([])).toBe(0)
})
