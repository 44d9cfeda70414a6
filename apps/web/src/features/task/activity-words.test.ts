import { expect, test } from 'vitest'
import { fieldWord, valueWord } from './activity-words.ts'

test.each([
  ['status', 'in_progress', 'In progress'],
  ['priority', 'urgent', 'Urgent'],
  ['estimate_minutes', 90, '1.5 h'],
  ['completion_percentage', 40, '40%'],
  ['labels', ['network', 'vendor'], 'network, vendor'],
  ['labels', [], null],
  ['is_pinned', true, 'Yes'],
  ['due_date', '2026-12-01', '1 Dec'],
  ['title', '', null],
  ['assignee_id', null, null],
])('%s %j is written %j', (field, value, word) => {
  expect(valueWord(field, value)).toBe(word)
})

test('a field that has no word of its own is named as it is', () => {
  expect(fieldWord('due_date')).toBe('Due')
  expect(fieldWord('occurrence_on')).toBe('occurrence on')
})
