import { toDate, toDay } from '@milepost/schedule/day-number'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planned, planOf } from '#test/timeline.ts'
import { dragged, draggedBy, isUnmoved } from './drag-spans.ts'
import {
  calendarOf,
  moveSpan,
  resizeSpan,
  type Span,
  spanOf,
  stepDays,
  varianceDays,
} from './spans.ts'

const calendar = calendarOf({
  ...planOf([]).calendar,
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
})
const span = (start: string, due: string): Span => ({ start: toDay(start), due: toDay(due) })
const dates = ({ start, due }: Span) => [toDate(start), toDate(due)]

test.each([
  ['over a weekend', span('2026-11-05', '2026-11-06'), 1, ['2026-11-06', '2026-11-09']],
  ['onto a weekend', span('2026-11-02', '2026-11-04'), 5, ['2026-11-09', '2026-11-11']],
  ['over a holiday', span('2026-12-23', '2026-12-24'), 1, ['2026-12-24', '2026-12-28']],
  ['back', span('2026-11-09', '2026-11-10'), -3, ['2026-11-06', '2026-11-09']],
] as const)('a bar dragged %s keeps its working days', (_way, from, days, to) => {
  expect(dates(moveSpan(calendar, from, days))).toEqual(to)
})

test('a bar dragged anywhere keeps its working days, and one put back is where it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: -300, max: 300 }),
      (at, length, days) => {
        const first = calendar.before(toDay('2026-01-05')) + at
        const from = { start: calendar.dayAt(first), due: calendar.dayAt(first + length - 1) }
        const to = moveSpan(calendar, from, days)
        expect(calendar.before(to.due + 1) - calendar.before(to.start)).toBe(length)
        expect(moveSpan(calendar, from, 0)).toBe(from)
      },
    ),
  )
})

test('an end dragged past the other stops there', () => {
  const from = span('2026-11-03', '2026-11-05')
  expect(dates(resizeSpan(calendar, from, 'due', -20))).toEqual(['2026-11-03', '2026-11-03'])
  expect(dates(resizeSpan(calendar, from, 'start', 20))).toEqual(['2026-11-05', '2026-11-05'])
  expect(dates(resizeSpan(calendar, from, 'due', 2))).toEqual(['2026-11-03', '2026-11-06'])
})

test('one press of an arrow is a working day, over weekends too', () => {
  expect(stepDays(calendar, toDay('2026-11-06'), 1)).toBe(3)
  expect(stepDays(calendar, toDay('2026-11-09'), -1)).toBe(-3)
  expect(stepDays(calendar, toDay('2026-11-10'), 1)).toBe(1)
})

test('variance counts working days, negative when early', () => {
  expect(varianceDays(calendar, toDay('2026-11-10'), toDay('2026-11-06'))).toBe(2)
  expect(varianceDays(calendar, toDay('2026-11-06'), toDay('2026-11-09'))).toBe(-1)
})

test('a task with one date is a day’s work, one without any has no bar', () => {
  expect(spanOf({ due_date: '2026-11-06' })).toEqual(span('2026-11-06', '2026-11-06'))
  expect(spanOf({})).toBeUndefined()
})

test('a parent takes along what is not finished', () => {
  const parent = planned('a', '2026-11-02', '2026-11-13')
  const under = { parent_task_id: parent.id }
  const open = planned('b', '2026-11-02', '2026-11-06', under)
  const done = planned('c', '2026-11-09', '2026-11-13', { ...under, status: 'done' })
  expect([...dragged([parent, open, done], parent, true).keys()]).toEqual([open.id])
})

test('a drag back to where it began changes nothing', () => {
  const from = new Map([['a', span('2026-11-03', '2026-11-05')]])
  expect(isUnmoved(from, draggedBy(calendar, from, 'move', 0))).toBe(true)
  expect(isUnmoved(from, draggedBy(calendar, from, 'move', 1))).toBe(false)
})
