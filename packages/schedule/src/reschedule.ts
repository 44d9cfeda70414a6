import {
  type CompiledPlan,
  compilePlan,
  datesAt,
  isMilestone,
  lastDate,
  none,
} from './compile-plan.ts'
import { type Demands, daysFrom, type Placement, placeTasks } from './place-tasks.ts'
import { changePlan, type Plan, type PlanChange } from './plan.ts'
import { findViolations, type Violation } from './violations.ts'

/**
 * `off` answers nothing at all. `warn` lists what is broken. `push` moves a task later, and only as far
 * as a conflict needs, so slack is kept. `strict` puts what follows a link exactly where the link
 * allows it at the earliest, later or earlier.
 */
export type ScheduleMode = 'off' | 'warn' | 'push' | 'strict'

/** A date that was null stays null. */
export interface MoveDates {
  start: string | null
  due: string | null
}

export interface Move {
  task_id: string
  from: MoveDates
  to: MoveDates
  /** Working days of the task's calendar that it starts later; negative for earlier. */
  days: number
}

export interface Rescheduling {
  /** Tasks that are no summaries, in order of their new start, then of their id. */
  moves: Move[]
  /** How the span of summaries changes by those moves, in the same order. */
  summaries: Move[]
  /** What is still broken after the moves; `push` and `strict` leave only what is pinned or frozen. */
  violations: Violation[]
}

/**
 * Applies the changes a person made and answers what else has to move by the links of the plan. Moves
 * start from the dates with the changes in them, so a changed task is in the list only when it has to
 * go on from where it was put. Each task lands on the earliest day its rules allow (`strict`) or on the
 * nearest later one (`push`), which makes the answer the smallest possible, independent of the order
 * of the plan, and empty for a plan that the moves were applied to.
 *
 * Never moved: pinned tasks, done tasks and tasks without a date.
 *
 * Throws a CycleError when the plan has a cycle and a RangeError for dates that are none.
 */
export function reschedule(
  plan: Plan,
  changes: readonly PlanChange[],
  mode: ScheduleMode,
): Rescheduling {
  if (mode === 'off') return { moves: [], summaries: [], violations: [] }
  const changed = changePlan(plan, changes)
  const compiled = compilePlan(changed)
  const placement = placeTasks(compiled, (task, demands) => settle(compiled, task, demands, mode))
  const moves = movesOf(compiled, placement)
  return {
    moves: moves.sort(byStart),
    summaries: moves.length === 0 ? [] : summaryMoves(compiled, placement).sort(byStart),
    violations: findViolations(compiled, placement, changed.freezes),
  }
}

function settle(
  plan: CompiledPlan,
  task: number,
  demands: Demands,
  mode: 'warn' | 'push' | 'strict',
) {
  const first = plan.first[task] ?? none
  const last = plan.last[task] ?? none
  const calendar = plan.calendar[task]
  if (first === none || calendar === undefined) return undefined
  const asPlanned = { first, last }
  if (mode === 'warn' || plan.pinned[task] === 1 || plan.done[task] === 1) return asPlanned

  const start = calendar.before(first)
  const inConflict = demands.start > start || demands.finish > calendar.before(last + 1)
  const earliest = Math.max(demands.start, demands.finish - (plan.duration[task] ?? 0))
  if (mode === 'strict' && demands.byLink)
    return inConflict || earliest !== start ? daysFrom(plan, task, earliest) : asPlanned
  return inConflict ? daysFrom(plan, task, Math.max(start, earliest)) : asPlanned
}

function movesOf(plan: CompiledPlan, placement: Placement): Move[] {
  return plan.network.tasks.flatMap((task, index) => {
    const first = placement.first[index] ?? none
    const stays = first === plan.first[index] && placement.last[index] === plan.last[index]
    if (plan.network.isSummary[index] === 1 || stays) return []
    const to = datesAt(plan, index, first, placement.last[index] ?? none)
    return {
      task_id: task.id,
      from: { start: task.start, due: task.due },
      to: {
        start: task.start === null ? null : to.start,
        due: task.due === null ? null : to.due,
      },
      days: workingDays(plan, index, plan.first[index] ?? none, first),
    }
  })
}

const workingDays = (plan: CompiledPlan, task: number, from: number, to: number) =>
  (plan.calendar[task]?.before(to) ?? 0) - (plan.calendar[task]?.before(from) ?? 0)

function summaryMoves(plan: CompiledPlan, placement: Placement): Move[] {
  const before = spansOf(plan, plan)
  const after = spansOf(plan, placement)
  return plan.network.tasks.flatMap(({ id }, task) => {
    const from = before[task]
    const to = after[task]
    const stays = from?.start === to?.start && from?.due === to?.due
    if (from === undefined || to === undefined || stays) return []
    return {
      task_id: id,
      from: { start: from.start, due: from.due },
      to: { start: to.start, due: to.due },
      days: workingDays(plan, task, from.day, to.day),
    }
  })
}

interface Span {
  start: string
  due: string
  /** That of `start`. */
  day: number
}

/** Of summaries only: from the first start to the last due date under them. */
function spansOf(plan: CompiledPlan, days: { first: Int32Array; last: Int32Array }) {
  const { order, parent, tasks, isSummary } = plan.network
  const spans: (Span | undefined)[] = tasks.map(() => undefined)
  for (const node of order) {
    const summary = parent[node] ?? -1
    if (node >= tasks.length || summary < 0) continue
    const first = days.first[node] ?? none
    const last = days.last[node] ?? none
    const part =
      isSummary[node] === 1 || first === none
        ? spans[node]
        : {
            ...datesAt(plan, node, first, last),
            day: isMilestone(plan, node) ? lastDate(plan, node, first, last) : first,
          }
    if (part === undefined) continue
    const soFar = spans[summary]
    spans[summary] = {
      start: soFar !== undefined && soFar.start < part.start ? soFar.start : part.start,
      due: soFar !== undefined && soFar.due > part.due ? soFar.due : part.due,
      day: Math.min(soFar?.day ?? part.day, part.day),
    }
  }
  return spans
}

function byStart(one: Move, other: Move): number {
  const [start, otherStart] = [one.to.start ?? one.to.due, other.to.start ?? other.to.due]
  if (start !== otherStart) return (start ?? '') < (otherStart ?? '') ? -1 : 1
  return one.task_id < other.task_id ? -1 : 1
}
