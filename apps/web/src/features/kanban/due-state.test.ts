import { expect, test } from 'vitest'
import { dueState } from './due-state.ts'

const today = '2026-11-20'

test.each([
  ['2026-11-19', 'late'],
  ['2026-11-20', 'soon'],
  ['2026-11-25', 'soon'],
  ['2026-11-26', 'later'],
])('an open task due %s is %s', (due, state) => {
  expect(dueState({ status: 'todo' }, due, today)).toBe(state)
})

test('a finished task is never late', () => {
  expect(dueState({ status: 'done' }, '2026-11-01', today)).toBe('over')
})
