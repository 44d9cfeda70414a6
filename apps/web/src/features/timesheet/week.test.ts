import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import { expect, test } from 'vitest'
import {
  emptyRow,
  groupRows,
  mondayOf,
  parseDuration,
  shiftWeek,
  weekOf,
  withCell,
} from './week.ts'

test.each([
  ['2', 120],
  ['1.5', 90],
  ['1,5', 90],
  ['1:30', 90],
  ['90m', 90],
  ['0:05', 5],
  ['2h', 120],
  ['', 0],
  ['24:00', 1440],
])('"%s" is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes)
})

test.each(['25', '1:75', 'two', '-1', '1:3', '24:01'])('"%s" is no duration of a day', (text) => {
  expect(parseDuration(text)).toBeNull()
})

test.each([
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
])('%s is in %s', (date, week) => {
  expect(weekOf(date)).toBe(week)
})

test.each([
  ['2026-W47', '2026-11-16'],
  ['2026-W53', '2026-12-28'],
  ['2025-W01', '2024-12-30'],
])('%s starts on %s', (week, monday) => {
  expect(mondayOf(week)).toBe(monday)
})

test('the week after the last of a long year is the first of the next', () => {
  expect(shiftWeek('2026-W53', 1)).toBe('2027-W01')
  expect(shiftWeek('2027-W01', -1)).toBe('2026-W53')
})

test('rows stand under their project, those of none at the end', () => {
  const project = (name: string) => ({ id: name, name })
  const row = (name: string, of: string | null) =>
    emptyRow({ task: null, activity: name, project: of === null ? null : project(of) })
  const groups = groupRows([row('a', null), row('b', 'WAF'), row('c', 'VUL'), row('d', 'WAF')], '–')
  expect(groups.map(({ name, rows }) => [name, rows.map(({ activity }) => activity)])).toEqual([
    ['WAF', ['b', 'd']],
    ['VUL', ['c']],
    ['–', ['a']],
  ])
})

const week: WeeklyTimesheet = {
  week: '2026-W47',
  status: 'draft',
  revision: 1,
  total_minutes: 60,
  submitted_at: null,
  decided_at: null,
  decided_by: null,
  decision_reason: null,
  user: { id: '01a20320-0000-7000-8000-000000000001', display_name: 'Sara Andersson' },
  today: '2026-11-20',
  days: Array.from({ length: 7 }, (_, day) => ({
    date: `2026-11-${16 + day}`,
    minutes: day === 0 ? 60 : 0,
    capacity_minutes: 480,
    locked: false,
  })),
  rows: [],
  capacity_minutes: 2400,
  tasks_completed: 0,
  earlier: [],
  can: { edit: true, submit: true },
}

test('a saved cell changes its row, its day and the week by the same minutes', () => {
  const meeting = emptyRow({ task: null, project: null, activity: 'Meeting' })
  const once = withCell(week, { row: meeting, day: 1, minutes: 90 })
  const twice = withCell(once, { row: once.rows[0] ?? meeting, day: 1, minutes: 30 })
  expect(once).toMatchObject({ total_minutes: 150, rows: [{ total_minutes: 90 }] })
  expect(twice.rows).toHaveLength(1)
  expect(twice).toMatchObject({ total_minutes: 90, rows: [{ total_minutes: 30 }] })
  expect(twice.days[1]?.minutes).toBe(30)
})
