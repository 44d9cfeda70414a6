/** What a leaf task weighs and how far it is; cancelled tasks are left out before. */
export interface Weighed {
  estimate_minutes: number | null
  completion_percentage: number
}

/** The middle estimate in minutes, the lower of the two in the middle; null without any. */
export function medianEstimate(tasks: readonly Weighed[]): number | null {
  const estimates = tasks
    .map(({ estimate_minutes }) => estimate_minutes)
    .filter((minutes) => minutes !== null)
    .sort((a, b) => a - b)
  return estimates[Math.ceil(estimates.length / 2) - 1] ?? null
}

/** The running totals of `project_progress`, from the tasks themselves. */
export function runningTotals(tasks: readonly Weighed[]) {
  const estimated = tasks.filter((task) => task.estimate_minutes !== null)
  const unestimated = tasks.filter((task) => task.estimate_minutes === null)
  return {
    estimated_minutes: sum(estimated.map((task) => task.estimate_minutes ?? 0)),
    estimated_done: sum(
      estimated.map((task) => (task.estimate_minutes ?? 0) * task.completion_percentage),
    ),
    unestimated_count: unestimated.length,
    unestimated_done: sum(unestimated.map((task) => task.completion_percentage)),
    median_estimate: medianEstimate(tasks),
    leaf_count: tasks.length,
  }
}

/** Effort-weighted completion, 0–100 with one decimal (DESIGN §7); null when nothing weighs. */
export function completionOf(tasks: readonly Weighed[]): number | null {
  const totals = runningTotals(tasks)
  const median = totals.median_estimate ?? 1
  const weight = totals.estimated_minutes + median * totals.unestimated_count
  if (weight === 0) return null
  const done = totals.estimated_done + median * totals.unestimated_done
  return Math.round((done / weight) * 10) / 10
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
