import type { MyTask } from '@milepost/api-contracts/list'
import { expect, test } from 'vitest'
import { sectionsOf, weekOf } from './sections.ts'

const task = (fields: Partial<MyTask>): MyTask => ({
  ...{ id: '', key: 'A-1', title: '', status: 'todo', priority: 'medium', version: 1 },
  ...{ project: { id: '', key: 'A', name: '' }, start_date: null, due_date: null },
  ...{ remaining_minutes: null, blocked_reason: null, blocked_since: null, assigned_at: null },
  ...fields,
})

test('a week is Monday to Sunday, also over the end of a year', () => {
  expect(weekOf('2026-11-18')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(weekOf('2027-01-03')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
})

test('each task is in one section, the one that needs its reader most', () => {
  const work = sectionsOf(
    [
      task({ key: 'blocked', status: 'blocked', due_date: '2026-11-01' }),
      task({ key: 'late', due_date: '2026-11-17', status: 'in_progress' }),
      task({ key: 'today', due_date: '2026-11-18' }),
      task({ key: 'sunday', due_date: '2026-11-22' }),
      task({ key: 'running', status: 'in_review', due_date: '2027-01-01' }),
      task({ key: 'new', assigned_at: '2026-11-15T10:00:00Z', due_date: '2026-11-23' }),
      task({ key: 'old', assigned_at: '2026-10-01T10:00:00Z' }),
    ],
    '2026-11-18',
  )
  const keys = (section: { items: MyTask[] }) => section.items.map(({ key }) => key)
  expect(keys(work.blocked)).toEqual(['blocked'])
  expect(keys(work.overdue)).toEqual(['late'])
  expect(keys(work.this_week)).toEqual(['today', 'sunday', 'running'])
  expect(keys(work.recently_assigned)).toEqual(['new'])
  expect(keys(work.later)).toEqual(['old'])
})
