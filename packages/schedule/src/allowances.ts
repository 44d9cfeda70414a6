import { type CompiledPlan, isAtClose, isMilestone, none } from './compile-plan.ts'
import { allowanceOf, finishWithin, momentAllowed } from './link-bound.ts'
import { numbers } from './numbers.ts'
import type { Placement } from './place-tasks.ts'

/** No limit: later than every real day. */
const never = 2 ** 31 - 1

/** Where tasks start and finish, as indexes of their calendars; summaries are left out. */
export interface Indexes {
  start: Int32Array
  finish: Int32Array
}

/** Counted once, because every link of a task asks for them. */
export function indexesOf(plan: CompiledPlan, { first, last }: Placement): Indexes {
  const at = (task: number, day: number) =>
    first[task] === none ? 0 : (plan.calendar[task]?.before(day) ?? 0)
  return {
    start: numbers(first.length, (task) => at(task, first[task] ?? 0)),
    finish: numbers(last.length, (task) => at(task, (last[task] ?? 0) + 1)),
  }
}

/**
 * The latest finish of every task (an index of its calendar) that leaves its successors their `late`
 * or their `early` dates and the project its deadline: total and free float are counted from these.
 *
 * Goes through the plan once, from what nothing waits for to what waits for nothing.
 */
export function allowances(
  plan: CompiledPlan,
  early: Placement,
  indexes: Indexes,
  deadline: number,
  successors: 'late' | 'early',
): Int32Array {
  const { network } = plan
  const { tasks, order, firstEdge, edgeTarget, edgeLink } = network
  const taskCount = tasks.length
  const allowed = new Int32Array(taskCount).fill(none)
  /** Of a summary: the latest day on which it may open, the last moment at which it may finish … */
  const opensBy = new Int32Array(taskCount).fill(never)
  const finishBy = new Int32Array(taskCount).fill(never)
  /** … and the last day on which its first task may start. */
  const startBy = new Int32Array(taskCount).fill(never)

  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] ?? 0
    const edges = { from: firstEdge[node] ?? 0, to: firstEdge[node + 1] ?? 0 }
    if (node >= taskCount) {
      const summary = node - taskCount
      for (let edge = edges.from; edge < edges.to; edge++) {
        const target = edgeTarget[edge] ?? 0
        const latest =
          target >= taskCount ? (opensBy[target - taskCount] ?? never) : latestFirstDay(target)
        opensBy[summary] = Math.min(opensBy[summary] ?? never, latest)
      }
    } else if (network.isSummary[node] === 1) {
      for (let edge = edges.from; edge < edges.to; edge++) {
        const target = edgeTarget[edge] ?? 0
        const link = edgeLink[edge] ?? -1
        if (link < 0) {
          finishBy[node] = Math.min(finishBy[node] ?? never, finishBy[target] ?? never)
          if (early.first[node] === early.first[target])
            startBy[node] = Math.min(startBy[node] ?? never, startBy[target] ?? never)
          continue
        }
        const demand = demandAllowed(link)
        if (demand === undefined) continue
        const limit = plan.fromStart[link] === 1 ? startBy : finishBy
        limit[node] = Math.min(limit[node] ?? never, momentAllowed(plan, link, demand))
      }
    } else if (early.first[node] !== none) {
      allowed[node] = allowedFinish(node, edges)
    }
  }
  return allowed

  function allowedFinish(task: number, edges: { from: number; to: number }): number {
    const calendar = plan.calendar[task]
    if (calendar === undefined) return none
    // What stands at the opening of its date has to open on the last day, not on the one after it.
    const opens = isMilestone(plan, task) && !isAtClose(plan, task)
    let finish = calendar.before(deadline + 1) - (opens ? 1 : 0)
    for (let edge = edges.from; edge < edges.to; edge++) {
      const link = edgeLink[edge] ?? -1
      if (link < 0) {
        const summary = edgeTarget[edge] ?? 0
        const by = finishBy[summary] ?? never
        if (by !== never) finish = Math.min(finish, finishWithin(plan, task, by, false))
        const start = startBy[summary] ?? never
        if (start !== never && early.first[task] === early.first[summary])
          finish = Math.min(finish, finishWithin(plan, task, start, true))
        continue
      }
      const demand = demandAllowed(link)
      if (demand !== undefined) finish = Math.min(finish, allowanceOf(plan, link, demand))
    }
    return finish
  }

  /** What the link may demand of its successor at most; undefined when it demands nothing. */
  function demandAllowed(link: number): number | undefined {
    const task = network.successor[link] ?? 0
    const calendar = plan.calendar[task]
    if (calendar === undefined || early.first[task] === none) return undefined
    if (network.isSummary[task] === 1) {
      const day = opensBy[task] ?? never
      const opens = plan.toFinish[link] === 0 && day !== never
      return opens ? calendar.before(day + 1) - 1 : undefined
    }
    if (plan.done[task] === 1) return undefined
    const finish = latestFinish(task)
    return plan.toFinish[link] === 1 ? finish : finish - length(task)
  }

  /** A pinned task will not be later than it is, however much float it has. */
  function latestFinish(task: number): number {
    const earliest = indexes.finish[task] ?? 0
    if (successors === 'early') return earliest
    const latest = allowed[task] ?? earliest
    return plan.pinned[task] === 1 ? Math.min(earliest, latest) : latest
  }

  function latestFirstDay(task: number): number {
    const calendar = plan.calendar[task]
    const ignored = early.first[task] === none || plan.done[task] === 1
    if (calendar === undefined || ignored) return never
    const start = latestFinish(task) - length(task)
    return isMilestone(plan, task) ? calendar.dayAt(start - 1) : calendar.dayAt(start)
  }

  /** Its working days where it lies: none when it was put on free days. */
  function length(task: number): number {
    return (indexes.finish[task] ?? 0) - (indexes.start[task] ?? 0)
  }
}
