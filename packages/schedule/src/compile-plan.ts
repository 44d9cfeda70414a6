import { toDate, toDay } from './day-number.ts'
import { CycleError, findCycle } from './find-cycle.ts'
import { lagDays } from './lag-days.ts'
import { buildNetwork, type Network } from './network.ts'
import { numbers } from './numbers.ts'
import type { Plan, PlanTask } from './plan.ts'
import { buildCalendar, type WorkingCalendar } from './working-calendar.ts'

/** Stands for "none" where a day, an index or a limit is a number; below every real one. */
export const none = -(2 ** 31)

/**
 * A plan turned into numbers. Work from a first to a last day, both included, is kept as those two
 * days. A milestone takes no time: it is kept with its last day one before its first. It stands at the
 * close of its date (first = date + 1), except where links only lead from it: what starts a project
 * stands at the opening of its date (first = date), so that work may start on that very day.
 */
export interface CompiledPlan {
  network: Network
  /** Of each task. */
  calendar: WorkingCalendar[]
  /** Working days; −1 when nothing says how long it takes. */
  duration: Int32Array
  /** As the plan has them; `none` for a task without any date. */
  first: Int32Array
  last: Int32Array
  /** "Not before", its own or of a summary above, the latest of them. */
  notBefore: Int32Array
  pinned: Int32Array
  done: Int32Array
  /** Milestones that stand at the close of their date. */
  atClose: Uint8Array
  /** Of each link: whole working days, and which ends it ties. */
  lag: Int32Array
  fromStart: Int32Array
  toFinish: Int32Array
}

/** Throws a CycleError when the plan has a cycle and a RangeError for dates that are none. */
export function compilePlan(plan: Plan): CompiledPlan {
  const network = buildNetwork(plan.tasks, plan.links)
  if (network.order.length < plan.tasks.length * 2) throw new CycleError(findCycle(plan) ?? [])

  const { held, ...inherited } = inherit(network)
  const { tasks, links, isSummary, predecessor } = network
  const leads = new Uint8Array(tasks.length)
  for (let link = 0; link < links.length; link++) leads[predecessor[link] ?? 0] = 1

  const calendar = calendarsOf(plan)
  const atClose = new Uint8Array(tasks.length)
  const duration = new Int32Array(tasks.length).fill(-1)
  const first = new Int32Array(tasks.length).fill(none)
  const last = new Int32Array(tasks.length).fill(none)
  for (let index = 0; index < tasks.length; index++) {
    const task = tasks[index]
    const days = calendar[index]
    if (isSummary[index] === 1 || task === undefined || days === undefined) continue
    const taken = durationOf(task, days)
    const isStart = leads[index] === 1 && held[index] === 0
    const dates = datesOf(task, days, taken, isStart)
    duration[index] = taken
    atClose[index] = taken === 0 && !isStart ? 1 : 0
    first[index] = dates?.first ?? none
    last[index] = dates?.last ?? none
  }
  return {
    network,
    calendar,
    duration,
    first,
    last,
    ...inherited,
    atClose,
    done: numbers(tasks.length, (task) => (tasks[task]?.done === true ? 1 : 0)),
    lag: numbers(links.length, (link) => lagDays(links[link]?.lag_minutes ?? 0)),
    fromStart: numbers(links.length, (link) => (links[link]?.type[0] === 'S' ? 1 : 0)),
    toFinish: numbers(links.length, (link) => (links[link]?.type[1] === 'F' ? 1 : 0)),
  }
}

function calendarsOf(plan: Plan): WorkingCalendar[] {
  const built = new Map(plan.calendars.map(({ id, layers }) => [id, buildCalendar(layers)]))
  const ofPlan = projectCalendar(plan, built)
  return plan.tasks.map(({ calendar_id }) => built.get(calendar_id ?? '') ?? ofPlan)
}

/** The calendar that stands behind everything that names none. */
export const projectCalendar = (
  plan: Pick<Plan, 'calendars' | 'calendar_id'>,
  built?: ReadonlyMap<string, WorkingCalendar>,
): WorkingCalendar => {
  const named = plan.calendars.find(({ id }) => id === plan.calendar_id)
  return built?.get(named?.id ?? '') ?? buildCalendar(named?.layers ?? [])
}

/** At least 1 unless the task says 0; weekend work of two free days is one working day once it moves. */
function durationOf(task: PlanTask, calendar: WorkingCalendar): number {
  const { duration_days: stated } = task
  if (stated !== null && stated !== undefined) {
    if (!Number.isInteger(stated) || stated < 0)
      throw new RangeError(`task ${task.id}: ${stated} is not a number of working days`)
    return stated
  }
  if (task.start === null && task.due === null) return -1
  if (task.start === null || task.due === null) return 1
  return Math.max(1, calendar.before(toDay(task.due) + 1) - calendar.before(toDay(task.start)))
}

function datesOf(task: PlanTask, calendar: WorkingCalendar, duration: number, isStart: boolean) {
  const start = task.start === null ? none : toDay(task.start)
  const due = task.due === null ? none : toDay(task.due)
  if (start === none && due === none) return undefined
  if (duration === 0) {
    const date = due === none ? start : due
    return isStart ? { first: date, last: date - 1 } : { first: date + 1, last: date }
  }
  if (due === none)
    return { first: start, last: calendar.dayAt(calendar.before(start) + duration - 1) }
  if (start === none)
    return { first: calendar.dayAt(calendar.before(due + 1) - duration), last: due }
  // Backwards dates are one day of work on the day it is due.
  return { first: Math.min(start, due), last: due }
}

/** What a summary says holds for all under it. Openings come before what they open. */
function inherit(network: Network) {
  const { tasks, isSummary, order, successor, links } = network
  const notBefore = numbers(tasks.length, (task) => {
    const date = tasks[task]?.not_before ?? null
    return date === null ? none : toDay(date)
  })
  const pinned = numbers(tasks.length, (task) => (tasks[task]?.pinned === true ? 1 : 0))
  const held = new Uint8Array(tasks.length)
  for (let link = 0; link < links.length; link++) {
    const task = successor[link] ?? 0
    // A link to the finish of a summary holds nothing under it back.
    const opens = isSummary[task] === 0 || links[link]?.type[1] === 'S'
    if (opens) held[task] = 1
  }
  for (const node of order) {
    const summary = node - tasks.length
    if (summary < 0) continue
    for (
      let edge = network.firstEdge[node] ?? 0;
      edge < (network.firstEdge[node + 1] ?? 0);
      edge++
    ) {
      const target = network.edgeTarget[edge] ?? 0
      const task = target < tasks.length ? target : target - tasks.length
      notBefore[task] = Math.max(notBefore[task] ?? none, notBefore[summary] ?? none)
      pinned[task] = (pinned[task] ?? 0) | (pinned[summary] ?? 0)
      held[task] = (held[task] ?? 0) | (held[summary] ?? 0)
    }
  }
  return { notBefore, pinned, held }
}

/** The date of a milestone, and the last day of work. */
export const lastDate = (plan: CompiledPlan, task: number, first: number, last: number): number =>
  isMilestone(plan, task) && plan.atClose[task] === 0 ? first : last

/** The dates that people read: of a milestone, its one date twice. */
export function datesAt(plan: CompiledPlan, task: number, first: number, last: number) {
  const due = toDate(lastDate(plan, task, first, last))
  return { start: isMilestone(plan, task) ? due : toDate(first), due }
}

export const isMilestone = (plan: CompiledPlan, task: number): boolean => plan.duration[task] === 0

/** Then it is reached one working day after the opening of its date. */
export const isAtClose = (plan: CompiledPlan, task: number): boolean => plan.atClose[task] === 1
