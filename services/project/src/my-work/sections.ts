import type { MyTask, MyWork } from '@milepost/api-contracts/list'
import { addDays, weekStart } from '#calendar-day.ts'

/** Monday to Sunday of the ISO week that holds this day. */
export function weekOf(day: string): MyWork['week'] {
  const from = weekStart(day)
  return { from, to: addDays(from, 6) }
}

/** How many days an assignment is news. */
const recentDays = 7

const shownMax = 50

const sectionNames = ['blocked', 'overdue', 'this_week', 'recently_assigned', 'later'] as const
type SectionName = (typeof sectionNames)[number]

/** What needs the reader first, each task once. */
export function sectionsOf(tasks: readonly MyTask[], today: string): MyWork {
  const week = weekOf(today)
  const since = addDays(today, -recentDays)
  const placed = Map.groupBy(tasks, (task) => sectionOf(task, { today, until: week.to, since }))
  const section = (name: SectionName) => {
    const all = placed.get(name) ?? []
    return { total: all.length, items: all.slice(0, shownMax) }
  }
  return {
    today,
    week,
    blocked: section('blocked'),
    overdue: section('overdue'),
    this_week: section('this_week'),
    recently_assigned: section('recently_assigned'),
    later: section('later'),
  }
}

interface Days {
  today: string
  until: string
  since: string
}

function sectionOf(task: MyTask, { today, until, since }: Days): SectionName {
  const { status, start_date, due_date, assigned_at } = task
  if (status === 'blocked') return 'blocked'
  if (due_date !== null && due_date < today) return 'overdue'
  const started = status === 'in_progress' || status === 'in_review'
  const begins = start_date !== null && start_date <= until
  if (started || begins || (due_date !== null && due_date <= until)) return 'this_week'
  return assigned_at !== null && assigned_at.slice(0, 10) >= since ? 'recently_assigned' : 'later'
}
