import { type PersonKey, personKeys } from '#demo/content/people.ts'
import { addDays, dateOf, isWorkingDay, lastWorkingDay } from './calendar.ts'
import { pick } from './demo-id.ts'
import type { BuiltProject } from './project-rows.ts'
import type { BuiltTask } from './task-rows.ts'

/** A task as somebody's work: from when to when, and how many minutes of it are left to book. */
export interface Work {
  task_id: string
  project_id: string
  from: string
  until: string
  /** What goes on it in a day at most, in minutes. */
  dailyMinutes: number
  minutesLeft: number
}

/** The leaf tasks that were worked on, by person and in the order they began. */
export function workByPerson(
  projects: readonly BuiltProject[],
  today: string,
): ReadonlyMap<PersonKey, Work[]> {
  const built = projects.flatMap(({ tasks }) => tasks).filter(({ isLeaf }) => isLeaf)
  return new Map(
    personKeys.map((key) => [
      key,
      built
        .filter(({ plan }) => plan.assignee === key)
        .flatMap((task) => workOn(task, today))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    ]),
  )
}

function workOn({ plan, row, timeline }: BuiltTask, today: string): Work[] {
  const { worked: from } = timeline
  if (from === null) return []
  const end = row.completed_at ?? row.blocked_since
  const until = end === null ? lastWorkingDay(today) : dateOf(end)

  // Estimates are estimates: what it took differs by −15 to +25 %, and more where it came late.
  const surprise = 85 + pick(`took ${row.id}`, 41) + 3 * Math.max(0, plan.late ?? 0)
  const estimate = row.estimate_minutes ?? 720
  const minutes = roundToQuarter((estimate * row.completion_percentage * surprise) / 10_000)
  const days = workingDays(from, until)
  return [
    {
      task_id: row.id,
      project_id: row.project_id,
      from,
      until,
      dailyMinutes: Math.max(60, roundToQuarter((minutes * 1.2) / days)),
      minutesLeft: minutes,
    },
  ]
}

function workingDays(from: string, until: string): number {
  let count = 0
  for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return Math.max(1, count)
}

/** Timesheets are kept in quarters of an hour. */
export const roundToQuarter = (minutes: number): number => Math.round(minutes / 15) * 15
