/** A first and a last day, "2026-11-20", both included. */
export interface DateRange {
  first: string
  last: string
}

/**
 * What one level (organisation, team, person) says about working days. A level that says nothing
 * about the weekend or a day leaves it as the level before it has it.
 */
export interface CalendarLayer {
  /** ISO weekdays, 1 Monday to 7 Sunday, on which nobody works; null to say nothing. */
  weekend_days: readonly number[] | null
  /** Holidays and absences. In one layer they win over `working`. */
  closed: readonly DateRange[]
  /** Days worked although weekend, or although an earlier layer closed them. */
  working: readonly DateRange[]
}

export interface PlanCalendar {
  id: string
  /** From the most general to the most specific; the later layer has the last word on a day. */
  layers: readonly CalendarLayer[]
}

/** Days on which work goes on but changes are unwelcome: tasks in it are flagged, never moved. */
export interface PlanFreeze extends DateRange {
  id: string
}

export interface PlanTask {
  id: string
  /** A task named here is a summary: its dates are the span of the tasks under it. */
  parent_id: string | null
  start: string | null
  due: string | null
  /** Length in working days; 0 for a milestone. Left out, it is counted from the two dates. */
  duration_days?: number | null
  /** Constraint "start no earlier than"; on a summary it holds for all under it. */
  not_before: string | null
  /** Never moved by the engine; on a summary, nothing under it is. */
  pinned: boolean
  /** Its dates are what happened: never moved, and no link to it is broken any more. */
  done: boolean
  /** Null, left out or unknown stands for the calendar of the plan. */
  calendar_id?: string | null
}

/** Finish or start of the predecessor to start or finish of the successor. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF'

export interface PlanLink {
  id: string
  predecessor_id: string
  successor_id: string
  type: LinkType
  /** Working minutes of the successor's calendar; negative for an overlap. */
  lag_minutes: number
}

export interface Plan {
  tasks: readonly PlanTask[]
  /** A link from or to a task that is not in the plan is left out of account. */
  links: readonly PlanLink[]
  calendars: readonly PlanCalendar[]
  /** The calendar of tasks that name none. Null or unknown: Saturday and Sunday free. */
  calendar_id: string | null
  freezes: readonly PlanFreeze[]
}

/** The task's new values, as a person wants them; what is left out stays as it is. */
export type PlanChange = { task_id: string } & Partial<Omit<PlanTask, 'id'>>

/** One list of changes made to the tasks of a plan. A change of an unknown task is ignored. */
export function changePlan(plan: Plan, changes: readonly PlanChange[]): Plan {
  if (changes.length === 0) return plan
  const byTask = new Map<string, Partial<PlanTask>>()
  for (const { task_id, ...change } of changes)
    byTask.set(task_id, { ...byTask.get(task_id), ...change })
  const tasks = plan.tasks.map((task) => {
    const change = byTask.get(task.id)
    return change === undefined ? task : { ...task, ...change }
  })
  return { ...plan, tasks }
}
