import type { LinkType } from '@milepost/api-contracts/timeline'
import type { Milestone } from '@milepost/db-schemas/milestones'
import type { Task } from '@milepost/db-schemas/tasks'

/** What a draft may say of a task's own fields. An absent one it does not speak of. */
export type DraftFields = {
  [Name in keyof Pick<
    Task,
    | 'description'
    | 'status'
    | 'priority'
    | 'assignee_id'
    | 'category_id'
    | 'estimate_minutes'
    | 'remaining_minutes'
    | 'start_date'
    | 'due_date'
    | 'not_before'
    | 'is_pinned'
    | 'completion_percentage'
    | 'labels'
    | 'blocked_reason'
  >]?: Task[Name] | undefined
}

export interface DraftTask {
  /** Names the task within its draft, and again when the same file comes a second time. */
  ref: string
  title: string
  /** Where it stands in a file, for people. */
  line?: number | undefined
  /** Null at the top; undefined when the draft does not speak of it. */
  parent_ref?: string | null | undefined
  milestone_ref?: string | null | undefined
  /** When it was finished, for one that enters `done`. */
  completed_at?: Date | undefined
  fields: DraftFields
}

export interface DraftMilestone
  extends Pick<Milestone, 'name' | 'due_date'>,
    Partial<Pick<Milestone, 'description' | 'original_due_date' | 'status' | 'achieved_on'>> {
  ref: string
}

export interface DraftLink {
  predecessor_ref: string
  successor_ref: string
  type: LinkType
  lag_minutes: number
}

export interface DraftBaseline {
  name: string
  reason: string
  start_date: string
  finish_date: string
  items: {
    task_ref: string | null
    milestone_ref: string | null
    start_date: string | null
    finish_date: string
    estimate_minutes: number | null
  }[]
}

/** Tasks, milestones and links that are not yet any project's. */
export interface Draft {
  tasks: DraftTask[]
  milestones: DraftMilestone[]
  links: DraftLink[]
  /** The latest first. */
  baselines: DraftBaseline[]
}
