import { expect, test } from 'vitest'
import { boardOf, card, columnIdOf, idOf } from '#test/cards.ts'
import { arrangeLanes } from './lanes.ts'
import { stepTarget } from './step-target.ts'

const owned = { assignee_id: idOf('p') }
const [a, b, c] = [card('a', 'a0', owned), card('b', 'a1', owned), card('c', 'a2')]
const d = card('d', 'a0', { status: 'in_progress', ...owned })
const board = boardOf(a, b, c, d)
const context = { names: new Map([[idOf('p'), 'Priya Raman']]), milestones: [], all: board }
const ungrouped = arrangeLanes(board, 'none', context)
const people = arrangeLanes(board, 'assignee', context)

const before = (letter: string | null, lane = 'none', column_id = columnIdOf('todo')) => ({
  ...{ column_id, lane, before_id: letter && idOf(letter) },
})

test.each([
  ['down', before('b'), before('c')],
  ['up', before('b'), before('b')],
  ['right', before('b'), before('d', 'none', columnIdOf('in_progress'))],
  ['left', before('b'), before('b')],
] as const)(
  'a card lifted at the top and moved %s goes where the arrow points',
  (step, from, to) => {
    expect(stepTarget(ungrouped, a, from, step)).toEqual(to)
  },
)

test('a lifted card stops at the end of its column', () => {
  expect(stepTarget(ungrouped, a, before(null), 'down')).toEqual(before(null))
})

test('below the end of a lane comes the top of the next one, and above it the end of the one before', () => {
  const own = idOf('p')
  expect(stepTarget(people, a, before(null, own), 'down')).toEqual(before('c'))
  expect(stepTarget(people, c, before(null), 'up')).toEqual(before(null, own))
})
