import { expect, test } from 'vitest'
import { boardOf, card, columnIdOf, idOf } from '#test/cards.ts'
import { cardsIn } from './board.ts'
import { filterBoard, noFilter } from './board-filter.ts'
import { arrangeLanes, fieldsOf, type Grouping, laneOf } from './lanes.ts'

const [lena, priya] = [idOf('l'), idOf('p')]
const names = new Map([
  [priya, 'Priya Raman'],
  [lena, 'Lena Novak'],
])
const milestone = { id: idOf('m'), name: 'Cut-over', due_date: '2026-12-18', status: 'upcoming' }
const parent = card('a', 'a0', { title: 'Edge rollout', due_date: '2026-12-01' })
const board = boardOf(
  parent,
  card('b', 'a1', { assignee_id: priya, parent_task_id: parent.id, priority: 'urgent' }),
  card('c', 'a0', { assignee_id: priya, status: 'done', milestone_id: milestone.id }),
)
const arrange = (by: Grouping, shown = board) =>
  arrangeLanes(shown, by, { names, milestones: [milestone], all: board })
const labels = (by: Grouping, shown = board) => arrange(by, shown).map(({ label }) => label)

test.each<[Grouping, string[]]>([
  ['assignee', ['Lena Novak', 'Priya Raman', 'Nobody']],
  ['priority', ['Urgent', 'High', 'Medium', 'Low']],
  ['milestone', ['Cut-over', 'No milestone']],
  ['parent', ['Edge rollout', 'Top level']],
])('lanes by %s stand in their order, what has none last', (by, expected) => {
  expect(labels(by)).toEqual(expected)
})

test('a lane counts its cards and those that are done, and holds every column', () => {
  const [, lane] = arrange('assignee')
  expect(lane).toMatchObject({ id: priya, count: 2, done: 1 })
  expect(lane?.columns.map(({ id }) => id)).toEqual(board.columns.map(({ id }) => id))
  expect(lane && cardsIn(lane, columnIdOf('todo')).map(({ title }) => title)).toEqual(['b'])
})

test('every card is in exactly one lane', () => {
  for (const by of ['assignee', 'priority', 'milestone', 'parent'] as const)
    expect(arrange(by).reduce((sum, { count }) => sum + count, 0)).toBe(3)
})

test('with a filter, empty lanes go, and a parent that is hidden still names its lane', () => {
  const shown = filterBoard(
    board,
    { ...noFilter, text: 'waf-98' },
    { me: undefined, today: '2026-11-20' },
  )
  expect(labels('assignee', shown)).toEqual(['Priya Raman'])
  expect(labels('parent', shown)).toEqual(['Edge rollout'])
})

test('a person who left the project keeps the lane of their cards', () => {
  const left = boardOf(card('x', 'a0', { assignee_id: idOf('z') }))
  const lanes = arrangeLanes(left, 'assignee', { names: new Map(), milestones: [], all: left })
  expect(lanes.map(({ label }) => label)).toEqual(['Unknown', 'Nobody'])
})

test('a card dropped in another lane takes what the lane stands for, and nothing in its own', () => {
  expect(fieldsOf('assignee', parent, priya)).toEqual({ assignee_id: priya })
  expect(fieldsOf('milestone', parent, 'none')).toBeNull()
  const owned = { ...parent, milestone_id: milestone.id }
  expect(fieldsOf('milestone', owned, 'none')).toEqual({ milestone_id: null })
  expect(fieldsOf('none', owned, 'none')).toBeNull()
  expect(laneOf('priority', parent)).toBe('medium')
})
