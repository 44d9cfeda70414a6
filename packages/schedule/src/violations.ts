import { type CompiledPlan, isAtClose, isMilestone, lastDate, none } from './compile-plan.ts'
import { toDay } from './day-number.ts'
import { demandOf } from './link-bound.ts'
import { openingIndex, type Placement } from './place-tasks.ts'
import type { PlanFreeze } from './plan.ts'

/** A rule that the dates break. `days` is at least 1. */
export type Violation =
  /** The successor, `task_id`, lies so many of its working days too early for the link. */
  | { kind: 'link'; link_id: string; task_id: string; days: number }
  /** The task starts so many of its working days before the date it must not start before. */
  | { kind: 'not_before'; task_id: string; days: number }
  /** So many working days of the task lie in the freeze; of a milestone or of weekend work, days. */
  | { kind: 'freeze'; freeze_id: string; task_id: string; days: number }

/** In order of kind, then task, then link or freeze, whatever the order of the plan. */
export function findViolations(
  plan: CompiledPlan,
  placement: Placement,
  freezes: readonly PlanFreeze[],
): Violation[] {
  return [
    ...brokenLinks(plan, placement).sort(byTask),
    ...brokenDates(plan, placement).sort(byTask),
    ...frozenTasks(plan, placement, freezes).sort(byTask),
  ]
}

function byTask(one: Violation, other: Violation): number {
  if (one.task_id !== other.task_id) return one.task_id < other.task_id ? -1 : 1
  return causeOf(one) < causeOf(other) ? -1 : 1
}

const causeOf = (violation: Violation): string => {
  if (violation.kind === 'link') return violation.link_id
  return violation.kind === 'freeze' ? violation.freeze_id : ''
}

const isOpen = (plan: CompiledPlan, { first }: Placement, task: number) =>
  plan.network.isSummary[task] === 0 && plan.done[task] === 0 && first[task] !== none

function brokenLinks(plan: CompiledPlan, placement: Placement): Violation[] {
  const { links, predecessor, tasks, successor } = plan.network
  const openBy = lastOpeningDays(plan, placement)
  const broken: Violation[] = []
  for (const [link, { id }] of links.entries()) {
    const from = predecessor[link] ?? 0
    const to = successor[link] ?? 0
    const isHeld = openBy[to] !== none && placement.first[to] !== none
    if (!isHeld || placement.first[from] === none) continue
    const demand = demandOf(plan, link, placement.first[from] ?? 0, placement.last[from] ?? 0)
    const days = demand - indexOfEnd(plan, placement, link, openBy[to] ?? 0)
    if (days > 0) broken.push({ kind: 'link', link_id: id, task_id: tasks[to]?.id ?? '', days })
  }
  return broken
}

/** Of the end of the successor that a link ties. */
function indexOfEnd(
  plan: CompiledPlan,
  placement: Placement,
  link: number,
  openBy: number,
): number {
  const task = plan.network.successor[link] ?? 0
  const calendar = plan.calendar[task]
  if (calendar === undefined) return 0
  if (plan.toFinish[link] === 1) return calendar.before((placement.last[task] ?? 0) + 1)
  return plan.network.isSummary[task] === 1
    ? calendar.before(openBy + 1) - 1
    : calendar.before(placement.first[task] ?? 0)
}

/**
 * The last day on which each task, or the first one under a summary, could have been allowed to start
 * without breaking that by its dates. `none` where nothing is left to do.
 */
function lastOpeningDays(plan: CompiledPlan, placement: Placement): Int32Array {
  const { order, parent, tasks, isSummary } = plan.network
  const days = new Int32Array(tasks.length).fill(none)
  for (const node of order) {
    if (node >= tasks.length) continue
    const calendar = plan.calendar[node]
    if (isSummary[node] === 0 && calendar !== undefined && isOpen(plan, placement, node)) {
      const start = calendar.before(placement.first[node] ?? 0)
      days[node] = calendar.dayAt(isAtClose(plan, node) ? start - 1 : start)
    }
    const summary = parent[node] ?? -1
    const day = days[node] ?? none
    if (summary < 0 || day === none) continue
    days[summary] = days[summary] === none ? day : Math.min(days[summary] ?? 0, day)
  }
  return days
}

function brokenDates(plan: CompiledPlan, placement: Placement): Violation[] {
  return plan.network.tasks.flatMap(({ id }, task): Violation[] => {
    const day = plan.notBefore[task] ?? none
    if (day === none || !isOpen(plan, placement, task)) return []
    const start = plan.calendar[task]?.before(placement.first[task] ?? 0) ?? 0
    const days = openingIndex(plan, task, day) - start
    return days > 0 ? [{ kind: 'not_before', task_id: id, days }] : []
  })
}

function frozenTasks(
  plan: CompiledPlan,
  placement: Placement,
  freezes: readonly PlanFreeze[],
): Violation[] {
  return freezes.flatMap((freeze) => {
    const window = { first: toDay(freeze.first), last: toDay(freeze.last) }
    return plan.network.tasks.flatMap(({ id }, task): Violation[] => {
      if (!isOpen(plan, placement, task)) return []
      const days = daysWithin(plan, placement, task, window)
      return days > 0 ? [{ kind: 'freeze', freeze_id: freeze.id, task_id: id, days }] : []
    })
  })
}

function daysWithin(
  plan: CompiledPlan,
  placement: Placement,
  task: number,
  window: { first: number; last: number },
): number {
  const first = placement.first[task] ?? 0
  const last = placement.last[task] ?? 0
  if (isMilestone(plan, task)) {
    const date = lastDate(plan, task, first, last)
    return date >= window.first && date <= window.last ? 1 : 0
  }
  const from = Math.max(first, window.first)
  const to = Math.min(last, window.last)
  if (to < from) return 0
  const calendar = plan.calendar[task]
  const worked = (a: number, b: number) =>
    (calendar?.before(b + 1) ?? 0) - (calendar?.before(a) ?? 0)
  // Work put on free days, as changes to servers are, is still work.
  return worked(first, last) === 0 ? to - from + 1 : worked(from, to)
}
