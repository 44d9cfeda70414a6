import { expect, test } from 'vitest'
import { ageOf } from './card-age.ts'

const today = '2026-11-20'

test.each([
  ['2026-11-16', null],
  ['2026-11-15', { days: 5, long: false }],
  ['2026-11-11', { days: 9, long: false }],
  ['2026-11-10', { days: 10, long: true }],
])('work that is in progress since %s ages', (status_since, age) => {
  expect(ageOf({ status: 'in_progress', status_since }, today)).toEqual(age)
})

test('what is not worked on does not age', () => {
  expect(ageOf({ status: 'todo' }, today)).toBeNull()
})
