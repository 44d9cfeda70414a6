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

/** A plan as it was read, with what has to be known of it before the rest can be. */
export interface ParsedPlan extends PlanRows {
  board_version: number
  /** Whose days count. */
  personIds: string[]
  /** Ends of links that are no tasks of this plan: they are elsewhere, or deleted. */
  otherIds: string[]
}

/** The rows of a plan, outlined. */
export function parsePlan(text: PlanText): ParsedPlan {
  const rows: PlanTaskRow[] = JSON.parse(`[${text.tasks}]`)
  const links: PlanLinkRow[] = JSON.parse(`[${text.links}]`)
  const isOwn = new Set(rows.map(({ id }) => id))
  const people = rows.flatMap(({ assignee_id, status }) =>
    assignee_id && status !== 'done' && status !== 'cancelled' ? [assignee_id] : [],
  )
  const ends = links.flatMap(({ predecessor_id, successor_id }) => [predecessor_id, successor_id])
  return {
    board_version: text.board_version,
    tasks: outline(rows, text.median_estimate),
    links,
    personIds: [...new Set(people)].sort(),
    otherIds: [...new Set(ends.filter((id) => !isOwn.has(id)))].sort(),
  }
}

/** Without the links that lead to tasks which are no longer there. */
export function livePlan(
  { tasks, links, otherIds }: ParsedPlan,
  externals: readonly { id: string }[],
): PlanRows {
  if (otherIds.length === 0) return { tasks, links }
  const isThere = new Set([...tasks, ...externals].map(({ id }) => id))
  return {
    tasks,
    links: links.filter(
      ({ predecessor_id, successor_id }) =>
        isThere.has(predecessor_id) && isThere.has(successor_id),
    ),
  }
}
