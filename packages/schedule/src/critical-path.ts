import { allowances, indexesOf } from './allowances.ts'
import {
  type CompiledPlan,
  compilePlan,
  datesAt,
  lastDate,
  none,
  projectCalendar,
} from './compile-plan.ts'
import { toDate, toDay } from './day-number.ts'
import { demandOf } from './link-bound.ts'
import { daysFrom, openingIndex, type Placement, placeTasks } from './place-tasks.ts'
import type { Plan } from './plan.ts'

/** Dates are "2026-11-20", both included; floats count working days of the task's calendar. */
export interface TaskFloat {
  task_id: string
  early_start: string
  early_finish: string
  late_start: string
  late_finish: string
  /** How far it may slip before the project finishes later; negative when a date cannot be kept. */
  total_float: number
  /** How far it may slip before any other task starts or finishes later than it could. */
  free_float: number
  critical: boolean
}

export interface CriticalPath {
  /** Null when no task takes part. */
  start: string | null
  finish: string | null
  /** Working days of the plan's calendar from start to finish, both included. */
  duration_days: number
  /** In the order of the plan. Summaries included, tasks without dates and duration left out. */
  tasks: TaskFloat[]
  /** The links that tie critical tasks together without any slack, in the order of the plan. */
  critical_link_ids: string[]
}

export interface CriticalPathOptions {
  /** No task without actual or pinned dates starts earlier. Left out: the earliest date in the plan. */
  start?: string
  /** A deadline to count floats from. Left out: the earliest possible finish of the project. */
  finish?: string
  /**
   * `links` asks how early everything could be, the classic question. `dates` asks about the plan as
   * it is: no task is taken to be earlier than planned. Left out: `links`.
   */
  basis?: 'links' | 'dates'
}

/**
 * Critical path method: Kelley and Walker, "Critical-path planning and scheduling" (1959), with the
 * four links of the precedence diagram and a calendar per task. A forward pass finds the early dates,
 * a backward pass the late ones, and what is between them is float.
 *
 * Throws a CycleError when the plan has a cycle, and a RangeError for dates that are none or when there
 * is neither a date nor `start` to begin at.
 */
export function criticalPath(plan: Plan, options: CriticalPathOptions = {}): CriticalPath {
  const compiled = compilePlan(plan)
  const origin = options.start === undefined ? earliestDay(compiled) : toDay(options.start)
  const early = placeTasks(compiled, (task, demands) => {
    const isFixed =
      (compiled.done[task] === 1 || compiled.pinned[task] === 1) && isDated(compiled, task)
    if (isFixed) return written(compiled, task)
    const duration = compiled.duration[task] ?? -1
    if (duration < 0) return undefined
    const { start, finish } = demands
    const planned = options.basis === 'dates' ? plannedIndex(compiled, task) : none
    return daysFrom(
      compiled,
      task,
      Math.max(start, finish - duration, planned, openingIndex(compiled, task, origin)),
    )
  })

  const extent = extentOf(compiled, early)
  if (extent === undefined)
    return { start: null, finish: null, duration_days: 0, tasks: [], critical_link_ids: [] }
  const deadline = options.finish === undefined ? extent.last : toDay(options.finish)
  const tasks = floatsOf(compiled, early, deadline)
  const calendar = projectCalendar(plan)
  return {
    start: toDate(extent.first),
    finish: toDate(extent.last),
    duration_days: calendar.before(extent.last + 1) - calendar.before(extent.first),
    tasks: tasks.filter((task) => task !== undefined),
    critical_link_ids: criticalLinks(compiled, early, tasks),
  }
}

const isDated = (plan: CompiledPlan, task: number) => plan.first[task] !== none

const written = (plan: CompiledPlan, task: number) => ({
  first: plan.first[task] ?? none,
  last: plan.last[task] ?? none,
})

const plannedIndex = (plan: CompiledPlan, task: number) =>
  isDated(plan, task) ? (plan.calendar[task]?.before(plan.first[task] ?? 0) ?? none) : none

function earliestDay(plan: CompiledPlan): number {
  let earliest: number | undefined
  for (const [task, first] of plan.first.entries()) {
    if (first === none) continue
    const day = Math.min(first, plan.last[task] ?? first)
    earliest = earliest === undefined ? day : Math.min(earliest, day)
  }
  if (earliest === undefined && plan.duration.some((days) => days >= 0))
    throw new RangeError('nothing in the plan has a date to start from: say when it starts')
  return earliest ?? 0
}

function extentOf(plan: CompiledPlan, { first, last }: Placement) {
  let extent: { first: number; last: number } | undefined
  for (const [task, from] of first.entries()) {
    if (from === none || plan.network.isSummary[task] === 1) continue
    const to = lastDate(plan, task, from, last[task] ?? from)
    extent = {
      first: Math.min(extent?.first ?? from, from),
      last: Math.max(extent?.last ?? to, to),
    }
  }
  // Milestones alone take no time, yet they have a date.
  return extent && { first: Math.min(extent.first, extent.last), last: extent.last }
}

function floatsOf(plan: CompiledPlan, early: Placement, deadline: number) {
  const indexes = indexesOf(plan, early)
  const late = allowances(plan, early, indexes, deadline, 'late')
  const free = allowances(plan, early, indexes, deadline, 'early')
  const result: (TaskFloat | undefined)[] = plan.network.tasks.map(() => undefined)
  for (const node of plan.network.order) {
    const task = plan.network.tasks[node]
    if (task === undefined || early.first[node] === none) continue
    result[node] =
      plan.network.isSummary[node] === 1
        ? undefined
        : floatOf(plan, node, early, late[node] ?? 0, free[node] ?? 0)
  }
  rollUp(plan, result)
  return result
}

function floatOf(
  plan: CompiledPlan,
  task: number,
  early: Placement,
  lateFinish: number,
  freeFinish: number,
): TaskFloat {
  const task_id = plan.network.tasks[task]?.id ?? ''
  const calendar = plan.calendar[task]
  const first = early.first[task] ?? 0
  const last = early.last[task] ?? 0
  const dates = datesAt(plan, task, first, last)
  const isDone = plan.done[task] === 1 && isDated(plan, task)
  const finish = calendar?.before(last + 1) ?? 0
  const slip = isDone ? 0 : lateFinish - finish
  const late =
    slip === 0 || calendar === undefined
      ? dates
      : latestDates(plan, task, calendar.before(first) + slip)
  return {
    task_id,
    early_start: dates.start,
    early_finish: dates.due,
    late_start: late.start,
    late_finish: late.due,
    total_float: slip,
    free_float: isDone ? 0 : freeFinish - finish,
    critical: !isDone && slip <= 0,
  }
}

function latestDates(plan: CompiledPlan, task: number, index: number) {
  const { first, last } = daysFrom(plan, task, index)
  return datesAt(plan, task, first, last)
}

/** A summary spans what is under it, has its smallest floats, and is critical when any of it is. */
function rollUp(plan: CompiledPlan, floats: (TaskFloat | undefined)[]) {
  const { order, parent, tasks } = plan.network
  for (const node of order) {
    const part = floats[node]
    const summary = parent[node] ?? -1
    if (node >= tasks.length || part === undefined || summary < 0) continue
    const soFar = floats[summary]
    floats[summary] = {
      task_id: tasks[summary]?.id ?? '',
      early_start: earlier(soFar?.early_start, part.early_start),
      early_finish: later(soFar?.early_finish, part.early_finish),
      late_start: earlier(soFar?.late_start, part.late_start),
      late_finish: later(soFar?.late_finish, part.late_finish),
      total_float: Math.min(soFar?.total_float ?? part.total_float, part.total_float),
      free_float: Math.min(soFar?.free_float ?? part.free_float, part.free_float),
      critical: (soFar?.critical ?? false) || part.critical,
    }
  }
}

const earlier = (one: string | undefined, other: string) =>
  one !== undefined && one < other ? one : other
const later = (one: string | undefined, other: string) =>
  one !== undefined && one > other ? one : other

function criticalLinks(
  plan: CompiledPlan,
  early: Placement,
  floats: readonly (TaskFloat | undefined)[],
): string[] {
  const { links, predecessor, successor } = plan.network
  return links.flatMap(({ id }, link) => {
    const from = predecessor[link] ?? 0
    const to = successor[link] ?? 0
    if (floats[from]?.critical !== true || floats[to]?.critical !== true) return []
    const demand = demandOf(plan, link, early.first[from] ?? 0, early.last[from] ?? 0)
    const end = plan.toFinish[link] === 1 ? (early.last[to] ?? 0) + 1 : (early.first[to] ?? 0)
    return demand >= (plan.calendar[to]?.before(end) ?? 0) ? [id] : []
  })
}
