import { createHash } from 'node:crypto'
import type { PreviewSchedule, SchedulePreview } from '@milepost/api-contracts/timeline'
import { toDay } from '@milepost/schedule/day-number'
import { changePlan, type Plan, type PlanChange } from '@milepost/schedule/plan'
import { type Rescheduling, reschedule } from '@milepost/schedule/reschedule'
import { buildCalendar, type WorkingCalendar } from '@milepost/schedule/working-calendar'
import type { Frame } from '#timeline/frame-statement.ts'
import type { PlanRows, PlanTaskRow } from '#timeline/plan.ts'
import { downstream } from './downstream.ts'
import { presentViolations } from './present-violations.ts'
import { toPlan } from './to-plan.ts'

type Move = SchedulePreview['moves'][number]

interface Question {
  rows: PlanRows
  frame: Frame
  /** Dates of tasks that are no summaries; these may be empty to ask what follows from the plan as it is. */
  asked: readonly PlanChange[]
  /** Tasks whose dates have changed; what does not follow from them stays, in conflict or not. */
  changedIds: readonly string[]
}

/** What else moves when these dates change, by the project's scheduling mode, and what is broken then. */
export function workOut({ rows, frame, asked, changedIds }: Question): SchedulePreview {
  const before = toPlan(rows, frame)
  const reached = downstream(before, changedIds)
  const others = before.tasks.filter(({ id }) => !reached.has(id))
  const stay = others.map(({ id }): PlanChange => ({ task_id: id, pinned: true }))
  const { moves: followed, violations } = reschedule(
    changePlan(before, stay),
    asked,
    frame.scheduling_mode,
  )
  const calendar = calendarOf(before)
  const moves = movesOf({ rows, before, asked, followed, calendar })
  const after = changePlan(before, moves.map(asPlanChange))
  return {
    moves,
    violations: presentViolations(
      violations.filter(({ task_id }) => reached.has(task_id)),
      { before, rows, frame },
    ),
    finish: { from: finishOf(before, rows), to: finishOf(after, rows) },
    digest: digestOf(moves),
  }
}

interface Found {
  rows: PlanRows
  before: Plan
  asked: readonly PlanChange[]
  followed: Rescheduling['moves']
  calendar: WorkingCalendar
}

/** What was asked for first, then what follows, in the engine's order. */
function movesOf({ rows, before, asked, followed, calendar }: Found): Move[] {
  const rowOf = new Map(rows.tasks.map((row) => [row.id, row]))
  const wasLinked = new Set(before.links.map(({ successor_id }) => successor_id))
  const isLinked = (row: PlanTaskRow | undefined): boolean =>
    row !== undefined &&
    (wasLinked.has(row.id) ||
      (row.parent_task_id !== undefined && isLinked(rowOf.get(row.parent_task_id))))
  const followedTo = new Map(followed.map(({ task_id, to }) => [task_id, to]))
  const askedIds = new Set(asked.map(({ task_id }) => task_id))

  const wanted = asked.map(({ task_id, start = null, due = null }) => ({
    task_id,
    to: followedTo.get(task_id) ?? { start, due },
    cause: 'asked' as const,
  }))
  const consequences = followed
    .filter(({ task_id }) => !askedIds.has(task_id))
    .map(({ task_id, to }) => ({
      ...{ task_id, to },
      cause: isLinked(rowOf.get(task_id)) ? ('link' as const) : ('calendar' as const),
    }))
  return [...wanted, ...consequences].flatMap(({ task_id, to, cause }) => {
    const row = rowOf.get(task_id)
    const from = { start_date: row?.start_date ?? null, due_date: row?.due_date ?? null }
    const span = { start_date: to.start, due_date: to.due }
    if (from.start_date === span.start_date && from.due_date === span.due_date) return []
    return [{ task_id, from, to: span, days: daysBetween(calendar, from, span), cause }]
  })
}

const endOf = ({ start_date, due_date }: Move['from']) => due_date ?? start_date

function daysBetween(calendar: WorkingCalendar, from: Move['from'], to: Move['to']): number {
  const [was, is] = [endOf(from), endOf(to)]
  if (was === null || is === null) return 0
  return calendar.before(toDay(is) + 1) - calendar.before(toDay(was) + 1)
}

const calendarOf = ({ calendars, calendar_id }: Plan) =>
  buildCalendar(calendars.find(({ id }) => id === calendar_id)?.layers ?? [])

const asPlanChange = ({ task_id, to }: Move): PlanChange => ({
  ...{ task_id, start: to.start_date, due: to.due_date },
})

/** The last day of the project's own work. */
function finishOf({ tasks }: Plan, rows: PlanRows): string | null {
  const isOwn = new Set(rows.tasks.map(({ id }) => id))
  const isParent = new Set(tasks.map(({ parent_id }) => parent_id))
  let finish: string | null = null
  for (const { id, start, due } of tasks) {
    const end = due ?? start
    if (!isOwn.has(id) || isParent.has(id) || end === null) continue
    if (finish === null || end > finish) finish = end
  }
  return finish
}

const digestOf = (moves: readonly Move[]) =>
  createHash('sha256')
    .update(JSON.stringify(moves.map(({ task_id, from, to }) => [task_id, from, to])))
    .digest('base64url')

export type AskedDates = PreviewSchedule['changes'][number]
