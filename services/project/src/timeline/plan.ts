import type { TimelineLink, TimelineTask } from '@milepost/api-contracts/timeline'
import { outline } from './outline.ts'
import type { PlanText } from './plan-statement.ts'

/** A task as the statement writes it. */
export type PlanTaskRow = Omit<
  TimelineTask,
  'critical' | 'total_float_days' | 'free_float_days' | 'freeze'
> & { estimate_minutes?: number }

export type PlanLinkRow = Omit<TimelineLink, 'violated_days'>

export interface PlanRows {
  tasks: PlanTaskRow[]
  links: PlanLinkRow[]
}

/** The rows of a plan, outlined. */
export function parsePlan({ tasks, links, median_estimate }: PlanText): PlanRows {
  const rows: PlanTaskRow[] = JSON.parse(`[${tasks}]`)
  return { tasks: outline(rows, median_estimate), links: JSON.parse(`[${links}]`) }
}
