import { expect, test } from 'vitest'
import { targetAt } from './drop-target.ts'

const order = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const inPage = [
  { id: 'c', middle: 250 },
  { id: 'b', middle: 150 },
]

test.each([
  ['above the first card in the page', 100, 'b'],
  ['between two cards', 200, 'c'],
  ['below the last card in the page', 300, 'd'],
])('a card held %s lands before the next one', (_where, y, before_id) => {
  expect(targetAt('todo', order, inPage, y)).toEqual({ status: 'todo', before_id })
})

test('below the last card of the column it lands at the end', () => {
  expect(targetAt('todo', order.slice(0, 3), inPage, 300).before_id).toBeNull()
})

test('an empty column takes it', () => {
  expect(targetAt('done', [], [], 10)).toEqual({ status: 'done', before_id: null })
})
