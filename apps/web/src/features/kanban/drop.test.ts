import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { expect, test } from 'vitest'
import { boardOf, card, columnIdOf, idOf, withColumn } from '#test/cards.ts'
import { cardsIn, findColumn, withCard } from './board.ts'
import { type Drop, describeMove, describeReturn, layOut } from './drop.ts'
import { arrangeLanes } from './lanes.ts'

const [a, b, c] = [card('a', 'a0'), card('b', 'a1'), card('c', 'a2')]
const d = card('d', 'a0', { status: 'in_progress' })
const board = boardOf(a, b, c, d)
const todo = columnIdOf('todo')
const order = (shown: Kanban, columnId = todo) =>
  cardsIn(shown, columnId)
    .map(({ title }) => title)
    .join('')

function moveOn(shown: Kanban, one: Card, before: string | null, columnId = todo) {
  const cell = findColumn(shown, columnId)
  if (!cell) throw new Error('there is no such column')
  return describeMove(shown, cell, one, before && idOf(before))
}
const dropOf = (move: Drop['move'], fields: Drop['fields'] = null): Drop => ({ move, fields })

test.each([
  ['to the top', c, 'a', { after_id: null, before_id: idOf('a') }, 'cab'],
  ['between two others', c, 'b', { after_id: idOf('a'), before_id: idOf('b') }, 'acb'],
  ['to the end', a, null, { after_id: idOf('c'), before_id: null }, 'bca'],
  ['from another column', d, 'b', { after_id: idOf('a'), before_id: idOf('b') }, 'adbc'],
])(
  'a card dropped %s is described by its neighbours and shown between them',
  (_where, dropped, before, neighbours, shown) => {
    const move = moveOn(board, dropped, before)
    expect(move).toMatchObject({ ...neighbours, status: 'todo', column_id: todo, version: 1 })
    expect(order(layOut(board, { [dropped.id]: dropOf(move) }))).toBe(shown)
  },
)

test.each([
  ['before itself', b, 'b'],
  ['before the card below it', b, 'c'],
  ['at the end it is already at', c, null],
])('a card dropped %s has not moved', (_where, dropped, before) => {
  expect(moveOn(board, dropped, before)).toBeNull()
})

test('taking a pending drop away again is an exact roll-back, whatever else arrived', () => {
  const move = moveOn(board, a, null, columnIdOf('done'))
  const news = withCard(board, { ...b, title: 'B', version: 2 })
  expect(order(layOut(news, { [a.id]: dropOf(move) }))).toBe('Bc')
  expect(order(layOut(news, {}))).toBe('aBc')
})

test('a second drop beside a card whose own drop is not answered yet lands beside it', () => {
  const first = { [d.id]: dropOf(moveOn(board, d, 'b')) }
  const second = moveOn(layOut(board, first), c, 'd')
  expect(order(layOut(board, { ...first, [c.id]: dropOf(second) }))).toBe('acdb')
})

test('a drop whose neighbours have left the column is shown at its end', () => {
  const move = { status: 'todo' as const, after_id: idOf('z'), before_id: idOf('y'), version: 1 }
  expect(order(layOut(board, { [a.id]: dropOf(move) }))).toBe('bca')
})

test('a card that leaves "Blocked" no longer says why it was there', () => {
  const held = card('x', 'a0', { status: 'blocked', blocked_reason: 'No licence' })
  const move = { status: 'todo' as const, after_id: null, before_id: null, version: 1 }
  const [shown] = cardsIn(layOut(boardOf(held), { [held.id]: dropOf(move) }), todo)
  expect(shown).not.toHaveProperty('blocked_reason')
})

test('a drop into another lane shows what the card becomes there, an emptied field included', () => {
  const owned = card('x', 'a0', { assignee_id: idOf('p'), milestone_id: idOf('m') })
  const fields = { assignee_id: null, priority: 'urgent' as const }
  const [shown] = cardsIn(layOut(boardOf(owned), { [owned.id]: dropOf(null, fields) }), todo)
  expect(shown).toMatchObject({ priority: 'urgent', milestone_id: idOf('m') })
  expect(shown).not.toHaveProperty('assignee_id')
})

test('a card that another lane would show at the place of its rank is not moved in its column', () => {
  const [x, y, z] = [
    card('x', 'a0', { assignee_id: idOf('p') }),
    card('y', 'a1'),
    card('z', 'a2', { assignee_id: idOf('p') }),
  ]
  const shown = boardOf(x, y, z)
  const lanes = arrangeLanes(shown, 'assignee', { names: new Map(), milestones: [], all: shown })
  const cell = lanes.find(({ id }) => id === idOf('p'))?.columns[0]
  if (!cell) throw new Error('there is no such lane')
  expect(describeMove(shown, cell, y, z.id)).toBeNull()
  expect(describeMove(shown, cell, y, x.id)).toMatchObject({ after_id: null, before_id: x.id })
})

test('the way back names the column, the neighbours and the fields that a card had', () => {
  const drop = dropOf(moveOn(board, b, null, columnIdOf('done')), { assignee_id: idOf('p') })
  expect(describeReturn(board, b, drop, 5)).toEqual({
    move: {
      status: 'todo',
      column_id: todo,
      after_id: idOf('a'),
      before_id: idOf('c'),
      version: 5,
    },
    fields: { assignee_id: null },
  })
})

test('the way back into one of several columns names its neighbours of the status, not of the column', () => {
  const testing = { id: idOf('t'), name: 'In test', status: 'in_progress' as const }
  const inTest = (letter: string, rank: string) =>
    card(letter, rank, { status: 'in_progress', column_id: testing.id })
  const own = inTest('e', 'a1')
  const late = card('f', 'a3', { status: 'in_progress' })
  const wide = withColumn(boardOf(d, late), testing, own, inTest('g', 'a2'))
  const move = moveOn(wide, own, null, columnIdOf('done'))
  expect(describeReturn(wide, own, dropOf(move), 2).move).toMatchObject({
    ...{ column_id: testing.id, after_id: d.id, before_id: idOf('g') },
  })
})
