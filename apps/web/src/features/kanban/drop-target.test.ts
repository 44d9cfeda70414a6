import { expect, test } from 'vitest'
import { cardBelow } from './drop-target.ts'

const order = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const inPage = [
  { id: 'c', middle: 250 },
  { id: 'b', middle: 150 },
]

test.each([
  ['above the first card in the page', 100, 'b'],
  ['between two cards', 200, 'c'],
  ['below the last card in the page', 300, 'd'],
])('a card held %s lands before the next one', (_where, y, below) => {
  expect(cardBelow(order, inPage, y)).toBe(below)
})

test('below the last card of the cell it lands at the end', () => {
  expect(cardBelow(order.slice(0, 3), inPage, 300)).toBeNull()
})

test('an empty cell takes it', () => {
  expect(cardBelow([], [], 10)).toBeNull()
})
