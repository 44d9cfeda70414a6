import type { TaskRowView } from '@milepost/api-contracts/list'
import { expect, test } from 'vitest'
import { arrangeRows, type ListContext } from './arrange-rows.ts'
import { readState } from './list-state.ts'

const task = (number: number, fields: Partial<TaskRowView> = {}): TaskRowView => ({
  ...{ id: `t${number}`, number, title: `Task ${number}`, status: 'todo', rank: 'a0' },
  ...{ priority: 'medium', version: 1, completion_percentage: 0, ...fields },
})

const context: ListContext = {
  rows: {
    key: 'WAF',
    milestones: [{ id: 'm1', name: 'Go-live', due_date: '2026-12-01' }],
    categories: [],
  },
  names: new Map([
    ['p1', 'Zoe'],
    ['p2', 'Adam'],
  ]),
  today: '2026-11-18',
}
const tasks = [
  task(1, { due_date: '2026-11-17', assignee_id: 'p1', priority: 'low' }),
  task(2, { parent_task_id: 't1', due_date: '2026-11-22', labels: ['rack'] }),
  task(3, { status: 'done', due_date: '2026-11-10', assignee_id: 'p2', priority: 'urgent' }),
  task(4, { parent_task_id: 't2', milestone_id: 'm1' }),
]
const shown = (address: string) =>
  arrangeRows(tasks, readState(new URLSearchParams(address)), context).map((line) =>
    line.kind === 'group'
      ? `# ${line.label} ${line.count}`
      : `${'-'.repeat(line.depth)}${line.task.number}`,
  )

test('by number the list is the tree; a filter never hides a part with its whole', () => {
  expect(shown('')).toEqual(['1', '-2', '--4', '3'])
  expect(shown('milestone=m1')).toEqual(['4'])
  expect(shown('sort=-key')).toEqual(['3', '1', '-2', '--4'])
})

test('every filter, alone and together; nothing being set is a value too', () => {
  expect(shown('due=late')).toEqual(['1'])
  expect(shown('due=week')).toEqual(['2'])
  expect(shown('due=none')).toEqual(['4'])
  expect(shown('assignee=p1,none&sort=title')).toEqual(['1', '2', '4'])
  expect(shown('label=rack')).toEqual(['2'])
  expect(shown('q=waf-3')).toEqual(['3'])
  expect(shown('q=TASK&status=done')).toEqual(['3'])
})

test('sorting knows the order of a column, and what is not set comes last both ways', () => {
  expect(shown('sort=priority')).toEqual(['3', '2', '4', '1'])
  expect(shown('sort=due')).toEqual(['3', '1', '2', '4'])
  expect(shown('sort=-due')).toEqual(['2', '1', '3', '4'])
  expect(shown('sort=assignee')).toEqual(['3', '1', '2', '4'])
})

test('groups come in the order of what they group by, with how many they hold', () => {
  expect(shown('group=status')).toEqual(['# To do 3', '1', '2', '4', '# Done 1', '3'])
  expect(shown('group=assignee')[0]).toBe('# Adam 1')
  expect(shown('group=parent')).toContain('# Task 1 1')
  expect(shown('group=milestone').at(-1)).toBe('3')
})

test('ten thousand rows are arranged within one frame’s patience', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    task(index, index % 10 ? { parent_task_id: `t${index - (index % 10)}` } : {}),
  )
  const lines = arrangeRows(many, readState(new URLSearchParams()), context)
  expect(lines).toHaveLength(10_000)
})
