import { type CompiledPlan, isAtClose, isMilestone } from './compile-plan.ts'

/**
 * The index, in the successor's calendar, that a link demands of the end it ties: of the start when it
 * leads to a start, of the finish (the working days before the day after the last) when to a finish.
 * `first` and `last` are the days of the predecessor.
 */
export function demandOf(plan: CompiledPlan, link: number, first: number, last: number): number {
  const successor = plan.network.successor[link] ?? 0
  const moment = plan.fromStart[link] === 1 ? first : last + 1
  return (
    (plan.calendar[successor]?.before(moment) ?? 0) + (plan.lag[link] ?? 0) + closingDay(plan, link)
  )
}

/**
 * The same rule turned round: the finish index, in the predecessor's calendar, that it may have at most
 * when the link may demand so much of its successor.
 */
export function allowanceOf(plan: CompiledPlan, link: number, demand: number): number {
  const predecessor = plan.network.predecessor[link] ?? 0
  const moment = momentAllowed(plan, link, demand)
  return finishWithin(plan, predecessor, moment, plan.fromStart[link] === 1)
}

/** The finish index a task may have at most for its start, or its finish, to lie at a moment or before. */
export function finishWithin(
  plan: CompiledPlan,
  task: number,
  moment: number,
  isStart: boolean,
): number {
  const calendar = plan.calendar[task]
  if (calendar === undefined) return 0
  const atOpening = isMilestone(plan, task) ? !isAtClose(plan, task) : isStart
  return atOpening
    ? calendar.before(moment + 1) - 1 + (plan.duration[task] ?? 0)
    : calendar.before(moment)
}

/** The last moment (a day's opening) at which the predecessor's end may lie. */
export function momentAllowed(plan: CompiledPlan, link: number, demand: number): number {
  const successor = plan.network.successor[link] ?? 0
  const index = demand - (plan.lag[link] ?? 0) - closingDay(plan, link)
  return plan.calendar[successor]?.dayAt(index) ?? 0
}

/**
 * A start is a day's opening and most milestones stand at a day's close, so from a start they are
 * reached at the close of that very day, not of the day before.
 */
function closingDay(plan: CompiledPlan, link: number): number {
  const fromWork =
    plan.fromStart[link] === 1 && !isMilestone(plan, plan.network.predecessor[link] ?? 0)
  return fromWork && isAtClose(plan, plan.network.successor[link] ?? 0) ? 1 : 0
}
