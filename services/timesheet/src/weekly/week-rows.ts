import type { WeekRow } from '@milepost/api-contracts/timesheets'
import { datesOf } from '#weeks/iso-week.ts'

export interface RowTask {
  id: string
  key: string
  number: number
  title: string
  status: string
  project: { id: string; name: string }
}

/** What a line of the grid stands for. `null` gathers work that the reader may not know of. */
export type Subject = { task: RowTask } | { activity: string } | null

export interface RowEntry {
  id: string
  work_date: string
  minutes: number
  note: string
  version: number
  subject: Subject
}

interface Lines {
  monday: string
  /** Of this week. */
  entries: readonly RowEntry[]
  /** Lines to offer though they may have no time yet. */
  offered: readonly Subject[]
  /** The name of the line that gathers the rest. */
  unseen: string
}

const keyOf = (subject: Subject) =>
  subject === null ? '' : 'task' in subject ? subject.task.id : `activity ${subject.activity}`

/**
 * The lines of a week: tasks by project and number, then activities by name, then the rest. The order
 * does not depend on where there is time, so no line jumps while somebody types.
 */
export function weekRows({ monday, entries, offered, unseen }: Lines): WeekRow[] {
  const subjects = new Map<string, Subject>()
  for (const subject of [...offered, ...entries.map((entry) => entry.subject)]) {
    subjects.set(keyOf(subject), subject)
  }
  const bySubject = Map.groupBy(entries, ({ subject }) => keyOf(subject))
  return [...subjects]
    .sort(([, a], [, b]) => compare(a, b))
    .map(([key, subject]) => ({
      ...head(subject, unseen),
      ...cells(monday, bySubject.get(key) ?? []),
    }))
}

function compare(a: Subject, b: Subject): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if ('task' in a && 'task' in b) {
    const byProject = a.task.project.name.localeCompare(b.task.project.name)
    return byProject || a.task.number - b.task.number || a.task.key.localeCompare(b.task.key)
  }
  if ('activity' in a && 'activity' in b) return a.activity.localeCompare(b.activity)
  return 'task' in a ? -1 : 1
}

function head(subject: Subject, unseen: string): Pick<WeekRow, 'task' | 'project' | 'activity'> {
  if (subject === null) return { task: null, project: null, activity: unseen }
  if ('activity' in subject) return { task: null, project: null, activity: subject.activity }
  const { id, key, title, status, project } = subject.task
  return { task: { id, key, title, is_open: isOpen(status) }, project, activity: null }
}

const isOpen = (status: string) => status !== 'done' && status !== 'cancelled'

function cells(monday: string, entries: readonly RowEntry[]) {
  const cells = datesOf(monday).map((date) => {
    const ofDay = entries.filter(({ work_date }) => work_date === date)
    return {
      minutes: sum(ofDay),
      entries: ofDay.map(({ id, minutes, note, version }) => ({ id, minutes, note, version })),
    }
  })
  return { cells, total_minutes: sum(cells) }
}

export const sum = (parts: readonly { minutes: number }[]) =>
  parts.reduce((total, { minutes }) => total + minutes, 0)
