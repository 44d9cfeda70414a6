import { changePlan, type Plan, type PlanChange, type PlanTask } from '#plan.ts'
import { reschedule } from '#reschedule.ts'
import { newLink, newPlan, newTask } from './plans.ts'

// November 2026: the 2nd, 9th, 16th, 23rd and 30th are Mondays.
export const nov = (day: number) => `2026-11-${String(day).padStart(2, '0')}`
export const task = (id: string, from: number, to: number, more: Partial<PlanTask> = {}) =>
  newTask(id, { start: nov(from), due: nov(to), ...more })
export const milestone = (id: string, day: number, more: Partial<PlanTask> = {}) =>
  task(id, day, day, { duration_days: 0, ...more })
export const linked = (tasks: PlanTask[], ...links: string[]) =>
  newPlan({ tasks, links: links.map(newLink) })

/** Where everything ends up: "2–6" for a task from the 2nd to the 6th. */
export function days(plan: Plan, mode: 'push' | 'strict', ...changes: PlanChange[]) {
  const changed = changePlan(plan, changes)
  const { moves } = reschedule(plan, changes, mode)
  const moved = changePlan(
    changed,
    moves.map(({ task_id, to }) => ({ task_id, ...to })),
  )
  return Object.fromEntries(
    moved.tasks.map(({ id, start, due }) => [id, `${dayOf(start)}–${dayOf(due)}`]),
  )
}
const dayOf = (date: string | null) => (date === null ? '' : Number(date.slice(8)))
