import type { PersonKey, TeamKey } from './people.ts'

type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri'

/** A day of an ISO week, the week counted from the loading day's own: "-3 Fri". */
export type Slot = `${number} ${Weekday}`

type Status = 'backlog' | 'todo' | 'in_progress' | 'in_review' | 'blocked' | 'done' | 'cancelled'
type Priority = 'urgent' | 'high' | 'medium' | 'low'

/** Dates that are numbers are working days from the loading day, negative for the past. */
interface Details {
  about?: string
  labels?: readonly string[]
  priority?: Priority
  /** Numbers of the tasks that have to be finished first. */
  after?: readonly number[]
  milestone?: string
  /** Working days between the due date and the finish; negative when it was early. */
  late?: number
  /** Working days that the due date has moved since the baseline was taken. */
  moved?: number
  /** 0–100, of a task that is not done. */
  progress?: number
  /** Work began this many working days ago. */
  started?: number
  /** Why it cannot go on, and for how many calendar days by now. */
  blocked?: readonly [reason: string, days: number]
  /** Added this many working days ago, after the plan had been agreed. */
  added?: number
  /** Not touched for this many working days. */
  stale?: number
  /** By author and working day: `{ 'sara -3': 'Text' }`. */
  comments?: Partial<Record<`${PersonKey} ${number}`, string>>
}

export interface PlannedTask extends Details {
  number: number
  title: string
  assignee: PersonKey | null
  /** The estimate; null where nobody has made one. */
  hours: number | null
  status: Status
  finished?: Slot
  due?: number | null
  children?: readonly PlannedTask[]
}

export interface PlannedMilestone {
  name: string
  about: string
  due: Slot
  /** The date first promised, where it has moved. */
  original?: Slot
  achieved?: Slot
  missed?: boolean
}

export interface PlannedProject {
  key: string
  name: string
  about: string
  team: TeamKey
  manager: PersonKey
  category: string
  start: Slot
  finish: Slot
  completed?: Slot
  declared: 'green' | 'amber' | 'red'
  note: string
  /** What the rules said, and since how many calendar days; oldest first. */
  computed: readonly { health: 'green' | 'amber' | 'red'; days: number; rules: readonly string[] }[]
  wipLimits?: Partial<Record<Status, number>>
  /** What the project works through beside its tasks. */
  counted?: {
    noun: string
    total: number
    resolved: number
    /** How many of them the project found on its way. */
    foundLater: number
    findings: readonly string[]
    hosts: readonly string[]
  }
  milestones: readonly PlannedMilestone[]
  tasks: readonly PlannedTask[]
}

/** A finished piece of work. */
export const done = (
  number: number,
  title: string,
  assignee: PersonKey,
  hours: number | null,
  finished: Slot,
  details: Details = {},
): PlannedTask => ({ ...details, number, title, assignee, hours, status: 'done', finished })

/** Work that is still to be finished. `due` is null where nobody has set a date. */
export const open = (
  number: number,
  title: string,
  assignee: PersonKey | null,
  hours: number | null,
  status: Exclude<Status, 'done'>,
  due: number | null,
  details: Details = {},
): PlannedTask => ({ ...details, number, title, assignee, hours, status, due })

const notBegun: ReadonlySet<Status> = new Set(['backlog', 'todo', 'cancelled'])

/** Where a task is whose work is its subtasks: under way from the first that begins to the last that is done. */
function statusOf(children: readonly PlannedTask[]): Status {
  if (children.every(({ status }) => status === 'done')) return 'done'
  return children.every(({ status }) => notBegun.has(status)) ? 'backlog' : 'in_progress'
}

/** Work that is done through its subtasks: an epic, or a task that was split. */
export const split = (
  number: number,
  title: string,
  assignee: PersonKey,
  details: Details,
  children: readonly PlannedTask[],
): PlannedTask => ({
  ...details,
  number,
  title,
  assignee,
  hours: null,
  status: statusOf(children),
  children,
})
