import { toDay } from '@milepost/schedule/day-number'
import type { PlanChange } from '@milepost/schedule/plan'
import { shiftSummary } from '@milepost/schedule/shift-summary'
import { buildCalendar } from '@milepost/schedule/working-calendar'
import { invalidRequest, unknownReference } from '@milepost/service-kit/problem'
import { endsBeforeItBegins } from '#date-order.ts'
import type { Frame } from '#timeline/frame-statement.ts'
import type { PlanRows, PlanTaskRow } from '#timeline/plan.ts'
import { planChanged } from './refusals.ts'
import { toPlan } from './to-plan.ts'
import type { AskedDates } from './work-out.ts'

/**
 * The dates asked for, of tasks that are no summaries: a summary takes all under it along, by the working
 * days that its start moves, or its end when the start stays.
 *
 * Throws 422 for a task that is not in the plan, 409 for one that has changed since, and 400 for dates
 * that are backwards, named twice, or would stretch a summary.
 */
export function readAsked(
  asked: readonly AskedDates[],
  { rows, frame }: { rows: PlanRows; frame: Frame },
): PlanChange[] {
  const rowOf = new Map(rows.tasks.map((row) => [row.id, row]))
  const isSummary = new Set(rows.tasks.map(({ parent_task_id }) => parent_task_id))
  const stale = asked.flatMap(({ task_id, version }, index) => {
    const row = rowOf.get(task_id)
    if (!row) throw unknownReference(`#/changes/${index}/task_id`)
    return row.version === version ? [] : [row]
  })
  if (stale.length > 0) throw planChanged(frame.key, stale)

  const changes = asked.flatMap((change, index) => {
    const { task_id, start_date: start, due_date: due } = change
    if (endsBeforeItBegins(start, due)) {
      throw refused(index, 'due_date', 'The work would end before it begins.')
    }
    const row = rowOf.get(task_id)
    if (!row || !isSummary.has(task_id)) return [{ task_id, start, due }]
    return shift(row, { change, index, rows, frame })
  })
  const seen = new Set<string>()
  for (const { task_id } of changes) {
    if (seen.has(task_id)) {
      throw invalidRequest([{ pointer: '#/changes', detail: 'A task is named twice.' }])
    }
    seen.add(task_id)
  }
  return changes
}

interface Shift {
  change: AskedDates
  index: number
  rows: PlanRows
  frame: Frame
}

function shift(row: PlanTaskRow, { change, index, rows, frame }: Shift): PlanChange[] {
  const plan = toPlan(rows, frame)
  const calendar = buildCalendar(
    plan.calendars.find(({ id }) => id === plan.calendar_id)?.layers ?? [],
  )
  const days = (from: string | undefined, to: string | null) =>
    from === undefined || to === null
      ? undefined
      : calendar.before(toDay(to)) - calendar.before(toDay(from))
  const [byStart, byDue] = [
    days(row.start_date, change.start_date),
    days(row.due_date, change.due_date),
  ]
  if (byStart === undefined || byDue === undefined) {
    throw refused(index, 'start_date', 'A task with subtasks has the dates of these.')
  }
  return shiftSummary(plan, row.id, byStart === 0 ? byDue : byStart)
}

const refused = (index: number, field: string, detail: string) =>
  invalidRequest([{ pointer: `#/changes/${index}/${field}`, detail }])
