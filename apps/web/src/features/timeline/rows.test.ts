import { expect, test } from 'vitest'
import { idOf } from '#test/cards.ts'
import { planned, planOf } from '#test/timeline.ts'
import { leavesUnder, listRows, type TimelineMilestone, type TimelineRow } from './rows.ts'

const task = (letter: string, parent?: string, milestone?: string) =>
  planned(letter, '2026-11-02', '2026-11-06', {
    ...(parent !== undefined && { parent_task_id: idOf(parent) }),
    ...(milestone !== undefined && { milestone_id: idOf(milestone) }),
  })
const milestone = (letter: string): TimelineMilestone => ({
  id: idOf(letter),
  name: letter,
  due_date: '2026-12-01',
  original_due_date: '2026-12-01',
  status: 'upcoming',
  achieved_on: null,
})
const none: ReadonlySet<string> = new Set()
const letters = (rows: readonly TimelineRow[]) =>
  rows.map(
    (row) =>
      `${'.'.repeat(row.depth)}${row.kind === 'milestone' ? row.milestone.name : row.task.title}`,
  )

test('subtasks stand under their parent, in the order of the answer, however deep', () => {
  const plan = planOf([task('a'), task('b'), task('c', 'a'), task('d', 'c'), task('e', 'b')])
  expect(letters(listRows(plan, { collapsed: none }).rows)).toEqual(['a', '.c', '..d', 'b', '.e'])
})

test('what is folded away is shown by the nearest row that is there', () => {
  const plan = planOf([task('a'), task('b', 'a'), task('c', 'b'), task('d')])
  const { rows, rowOf } = listRows(plan, { collapsed: new Set([idOf('a'), idOf('b')]) })
  expect(letters(rows)).toEqual(['a', 'd'])
  expect(rowOf.get(idOf('c'))).toBe(0)
  expect(rowOf.get(idOf('d'))).toBe(1)
})

test('a milestone follows the tasks that lead to it when they share a parent, else it stands at the end', () => {
  const plan = planOf(
    [task('a'), task('b', 'a', 'm'), task('c'), task('d', 'a', 'n'), task('e', 'c', 'n')],
    { milestones: [milestone('m'), milestone('n')] },
  )
  expect(letters(listRows(plan, { collapsed: none }).rows)).toEqual([
    'a',
    '.b',
    '.d',
    '.m',
    'c',
    '.e',
    'n',
  ])
})

test('a filter keeps what passes with the parents above it', () => {
  const plan = planOf([task('a'), task('b', 'a'), task('c', 'a'), task('d')])
  const { rows } = listRows(plan, { collapsed: none, passes: ({ title }) => title === 'c' })
  expect(letters(rows)).toEqual(['a', '.c'])
})

test('a chain of 20,000 subtasks is listed without recursion', () => {
  const tasks = Array.from({ length: 20_000 }, (_, at) => ({
    ...task('a'),
    id: `id-${at}`,
    ...(at > 0 && { parent_task_id: `id-${at - 1}` }),
  }))
  expect(listRows(planOf(tasks), { collapsed: none }).rows).toHaveLength(20_000)
  expect(leavesUnder(tasks, 'id-0').map(({ id }) => id)).toEqual(['id-19999'])
})
