import { type CompiledPlan, isAtClose, isMilestone, none } from './compile-plan.ts'
import { demandOf } from './link-bound.ts'

/** Where every task lies: days, and for a summary the span of what is under it. */
export interface Placement {
  /** `none` for a task that takes no part, having no dates. */
  first: Int32Array
  last: Int32Array
}

/** What a task has to wait for, as indexes of its own calendar; `none` where nothing demands. */
export interface Demands {
  start: number
  finish: number
  /** A link demands it, not only a date. */
  byLink: boolean
}

/**
 * Decides the days of one task, all its predecessors being decided; undefined leaves the task out.
 * Called once for every task that is no summary, predecessors first.
 */
export type Settle = (task: number, demands: Demands) => { first: number; last: number } | undefined

/** Walks the plan once from what waits for nothing to what nothing waits for. */
export function placeTasks(plan: CompiledPlan, settle: Settle): Placement {
  const { network } = plan
  const { firstEdge, edgeTarget, edgeLink, tasks } = network
  const taskCount = tasks.length
  const first = new Int32Array(taskCount).fill(none)
  const last = new Int32Array(taskCount).fill(none)
  const startDemand = new Int32Array(taskCount).fill(none)
  const finishDemand = new Int32Array(taskCount).fill(none)
  /** The day before which a task, or all under a summary, must not start. */
  const opensOn = plan.notBefore.slice()
  const byLink = new Uint8Array(taskCount)

  for (const node of network.order) {
    if (node >= taskCount) {
      const summary = node - taskCount
      for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
        const target = edgeTarget[edge] ?? 0
        const task = target < taskCount ? target : target - taskCount
        opensOn[task] = Math.max(opensOn[task] ?? none, opensOn[summary] ?? none)
        byLink[task] = (byLink[task] ?? 0) | (byLink[summary] ?? 0)
      }
      continue
    }

    if (network.isSummary[node] === 0) {
      const opens = openingIndex(plan, node, opensOn[node] ?? none)
      const days = settle(node, {
        start: Math.max(startDemand[node] ?? none, opens),
        finish: finishDemand[node] ?? none,
        byLink: byLink[node] === 1,
      })
      first[node] = days?.first ?? none
      last[node] = days?.last ?? none
    }
    const from = first[node] ?? none
    const to = last[node] ?? none
    if (from === none) continue

    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      const target = edgeTarget[edge] ?? 0
      const link = edgeLink[edge] ?? -1
      if (link < 0) {
        first[target] = first[target] === none ? from : Math.min(first[target] ?? 0, from)
        last[target] = Math.max(last[target] ?? none, to)
        continue
      }
      const demand = demandOf(plan, link, from, to)
      const task = target < taskCount ? target : target - taskCount
      if (target >= taskCount) {
        if (plan.toFinish[link] === 1) continue
        opensOn[task] = Math.max(opensOn[task] ?? none, plan.calendar[task]?.dayAt(demand) ?? none)
      } else if (plan.toFinish[link] === 1) {
        finishDemand[task] = Math.max(finishDemand[task] ?? none, demand)
      } else {
        startDemand[task] = Math.max(startDemand[task] ?? none, demand)
      }
      byLink[task] = 1
    }
  }
  return { first, last }
}

/** The start index that "not before this day" demands; a milestone at its close lies on the day itself. */
export function openingIndex(plan: CompiledPlan, task: number, day: number): number {
  if (day === none) return none
  return (plan.calendar[task]?.before(day) ?? 0) + (isAtClose(plan, task) ? 1 : 0)
}

/** The days of a task that starts at an index of its calendar and takes its duration. */
export function daysFrom(plan: CompiledPlan, task: number, index: number) {
  const calendar = plan.calendar[task]
  const duration = plan.duration[task] ?? 1
  if (calendar === undefined) return { first: none, last: none }
  if (!isMilestone(plan, task))
    return { first: calendar.dayAt(index), last: calendar.dayAt(index + duration - 1) }
  const date = calendar.dayAt(isAtClose(plan, task) ? index - 1 : index)
  return isAtClose(plan, task) ? { first: date + 1, last: date } : { first: date, last: date - 1 }
}
