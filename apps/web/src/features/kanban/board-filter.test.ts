import { expect, test } from 'vitest'
import { boardOf, card, idOf } from '#test/cards.ts'
import { countCards } from './board.ts'
import { type BoardFilter, filterBoard, noFilter, readFilter, writeFilter } from './board-filter.ts'

const context = { me: idOf('p'), today: '2026-11-20' }
const board = boardOf(
  card('a', 'a0', { title: 'Rack the switches', labels: ['Network, core'] }),
  card('b', 'a1', { assignee_id: idOf('p'), priority: 'urgent', due_date: '2026-11-19' }),
  card('c', 'a2', { assignee_id: idOf('l'), priority: 'high', labels: ['Vendor'] }),
)
const passing = (filter: Partial<BoardFilter>) =>
  filterBoard(board, { ...noFilter, ...filter }, context)
    .columns.flatMap(({ tasks }) => tasks)
    .map(({ number }) => String.fromCharCode(number))
    .join('')
const choices = (chosen: Partial<BoardFilter['choices']>) => ({
  choices: { ...noFilter.choices, ...chosen },
})

test.each<[string, Partial<BoardFilter>, string]>([
  ['what is mine', { flags: ['mine'] }, 'b'],
  ['what is late', { flags: ['late'] }, 'b'],
  ['what is nobody’s', { flags: ['unassigned'] }, 'a'],
  ['one of two priorities', choices({ priority: ['urgent', 'high'] }), 'bc'],
  [
    'a priority and a person',
    choices({ priority: ['urgent', 'high'], assignee: [idOf('l')] }),
    'c',
  ],
  ['a label', choices({ label: ['Network, core'] }), 'a'],
  ['words of a title', { text: ' SWITCHES ' }, 'a'],
  ['a key', { text: 'waf-99' }, 'c'],
])('a filter for %s keeps only the cards that pass', (_what, filter, expected) => {
  expect(passing(filter)).toBe(expected)
})

test('without a filter the board is the very same', () => {
  expect(filterBoard(board, noFilter, context)).toBe(board)
  expect(countCards(board)).toBe(3)
})

test('an address says a filter exactly, commas included, and leaves the rest of it alone', () => {
  const filter: BoardFilter = {
    flags: ['blocked'],
    choices: { assignee: [], priority: ['low'], label: ['Network, core', 'Vendor'] },
    text: 'firewall',
  }
  const address = writeFilter(new URLSearchParams('task=1&mine'), filter)
  expect(readFilter(address)).toEqual(filter)
  expect(address.get('task')).toBe('1')
})
