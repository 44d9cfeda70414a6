import type { WeeklyTimesheet, WeekRow } from '@milepost/api-contracts/timesheets'
import { addDays, isoWeek } from '#shared/format/dates.ts'

const minutesOfDay = 1440

/** "2", "1.5", "1,5", "1:30", "90m" and "" as minutes; null for what is none of these or over a day. */
export function parseDuration(text: string): number | null {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return 0
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  const minutes = /^(\d{1,4})\s*m(?:in)?$/i.exec(typed)
  const hours = /^(\d{1,2}(?:\.\d{1,2})?)\s*h?$/i.exec(typed)
  const found = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : minutes
      ? Number(minutes[1])
      : hours
        ? Math.round(Number(hours[1]) * 60)
        : null
  return found === null || found > minutesOfDay ? null : found
}

/** The ISO week of a date, as the API writes it: "2026-W47". */
export function weekOf(date: string): string {
  const { year, week } = isoWeek(date)
  return `${year}-W${week.toString().padStart(2, '0')}`
}

/** The Monday of an ISO week. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W')
  // 4 January is always in week 1.
  return addDays(isoWeek(`${year}-01-04`).monday, (Number(number) - 1) * 7)
}

/** Whether a year has this week: 2026 has 53, 2027 has 52. */
export const isWeek = (text: string) =>
  /^20\d\d-W\d\d$/.test(text) && weekOf(mondayOf(text)) === text

export const shiftWeek = (week: string, weeks: number) => weekOf(addDays(mondayOf(week), weeks * 7))

/** 47 of "2026-W47". */
export const weekNumber = (week: string) => Number(week.slice(-2))

export interface RowGroup {
  name: string
  rows: WeekRow[]
}

/** Rows by project in the order they came, what belongs to none at the end. */
export function groupRows(rows: readonly WeekRow[], noProject: string): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const key = row.project?.id ?? ''
    const group = groups.get(key) ?? { name: row.project?.name ?? noProject, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const without = groups.get('')
  groups.delete('')
  return without ? [...groups.values(), without] : [...groups.values()]
}

/** What makes a row a row: two of the same are one. */
export const rowKey = ({ task, activity }: Pick<WeekRow, 'task' | 'activity'>) =>
  task ? `task:${task.id}` : `activity:${activity}`

/** The week's rows with those added by hand that have no time yet. */
export function withAddedRows(week: WeeklyTimesheet, added: readonly WeekRow[]): WeekRow[] {
  const known = new Set(week.rows.map(rowKey))
  return [...week.rows, ...added.filter((row) => !known.has(rowKey(row)))]
}

/** A row without time, to be filled. */
export const emptyRow = (row: Pick<WeekRow, 'task' | 'project' | 'activity'>): WeekRow => ({
  ...row,
  cells: Array.from({ length: 7 }, () => ({ minutes: 0, entries: [] })),
  total_minutes: 0,
})

/** The week as it will be once a cell is saved. */
export function withCell(
  week: WeeklyTimesheet,
  { row, day, minutes }: { row: WeekRow; day: number; minutes: number },
): WeeklyTimesheet {
  const difference = minutes - (row.cells[day]?.minutes ?? 0)
  const changed: WeekRow = {
    ...row,
    cells: row.cells.map((cell, index) => (index === day ? { ...cell, minutes } : cell)),
    total_minutes: row.total_minutes + difference,
  }
  const key = rowKey(row)
  const known = week.rows.some((other) => rowKey(other) === key)
  return {
    ...week,
    rows: known
      ? week.rows.map((other) => (rowKey(other) === key ? changed : other))
      : [...week.rows, changed],
    days: week.days.map((one, index) =>
      index === day ? { ...one, minutes: one.minutes + difference } : one,
    ),
    total_minutes: week.total_minutes + difference,
  }
}
