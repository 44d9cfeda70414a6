import { compilePlan, datesAt, none } from './compile-plan.ts'
import { daysFrom } from './place-tasks.ts'
import type { Plan, PlanChange } from './plan.ts'

/**
 * Dragging a summary: the changes that move all under it by so many working days, each by its own
 * calendar and keeping its length. What is pinned, done or without a date stays. To be handed to
 * `reschedule` and saved together with its moves.
 *
 * Throws a CycleError when the plan has a cycle and a RangeError for dates that are none.
 */
export function shiftSummary(plan: Plan, summaryId: string, days: number): PlanChange[] {
  const compiled = compilePlan(plan)
  const { order, parent, tasks, isSummary } = compiled.network
  const within = new Uint8Array(tasks.length)
  // Backwards, a parent comes before its children.
  for (const node of order.toReversed()) {
    if (node >= tasks.length) continue
    const summary = parent[node] ?? -1
    if (tasks[node]?.id === summaryId || within[summary] === 1) within[node] = 1
  }
  return tasks.flatMap((task, index) => {
    const calendar = compiled.calendar[index]
    const first = compiled.first[index] ?? none
    const stays =
      isSummary[index] === 1 || compiled.pinned[index] === 1 || task.done || first === none
    if (within[index] !== 1 || calendar === undefined || stays) return []
    const moved = daysFrom(compiled, index, calendar.before(first) + days)
    const dates = datesAt(compiled, index, moved.first, moved.last)
    return {
      task_id: task.id,
      start: task.start === null ? null : dates.start,
      due: task.due === null ? null : dates.due,
    }
  })
}
