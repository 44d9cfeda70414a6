import { absences } from '#demo/content/absences.ts'
import { type PersonKey, people, personKeys } from '#demo/content/people.ts'
import type { weeklySummaries } from '#timesheets.ts'
import { addDays, instant, mondayOf, slotDate } from './calendar.ts'
import { demoId } from './demo-id.ts'
import type { PeopleIds } from './people-rows.ts'
import type { Entry } from './time-rows.ts'

type Decision = 'submitted' | 'rejected'

/** Weeks that are not simply approved. */
const exceptions: Partial<
  Record<
    PersonKey,
    Readonly<Record<number, { status: Decision; revision?: number; reason?: string }>>
  >
> = {
  sara: { [-1]: { status: 'submitted' } },
  tomas: { [-1]: { status: 'submitted' } },
  lena: { [-2]: { status: 'submitted', revision: 2 } },
  ines: { [-1]: { status: 'submitted' } },
  kenji: { [-1]: { status: 'submitted' } },
  fatima: {
    [-3]: {
      status: 'rejected',
      reason: 'Thursday is on the wrong task, please move it to VUL-152.',
    },
  },
}

/** One summary per person and week with entries: approved weeks, those still waiting, the running one. */
export function weekRows(
  entries: readonly Entry[],
  { today, ids }: { today: string; ids: PeopleIds },
): (typeof weeklySummaries.$inferInsert)[] {
  const weeks = Map.groupBy(entries, ({ who, week }) => `${who} ${week}`)
  return [...weeks.values()].flatMap((ofWeek): (typeof weeklySummaries.$inferInsert)[] => {
    const [first] = ofWeek
    if (first === undefined) return []
    const { who, week } = first
    const week_start = addDays(mondayOf(today), 7 * week)
    const created_at = first.row.created_at
    const row = {
      id: demoId(`week ${who} ${week}`, created_at),
      created_at,
      updated_at: created_at,
      user_id: ids.user[who],
      week_start,
    }
    if (week === 0) return [{ ...row, status: 'draft' }]
    const minutes = ofWeek.reduce((sum, { row }) => sum + row.minutes, 0)
    return [{ ...row, ...decided({ who, week, week_start, minutes, today, ids }) }]
  })
}

function decided(of: {
  who: PersonKey
  week: number
  week_start: string
  minutes: number
  today: string
  ids: PeopleIds
}) {
  const { who, week, week_start, minutes, today, ids } = of
  const exception = exceptions[who]?.[week]
  const revision = exception?.revision ?? 1
  const submitted_at = instant(addDays(week_start, 4 + (revision - 1) * 4), 17, 5)
  const decided_at = instant(addDays(week_start, 7), 10, 20)
  // Loaded on a Monday, the week before is on the manager's desk for everybody.
  const waits = exception?.status === 'submitted' || decided_at >= instant(today, 0)
  const status = waits ? 'submitted' : (exception?.status ?? 'approved')
  return {
    status: status as 'submitted' | 'approved' | 'rejected',
    revision,
    submitted_minutes: minutes,
    submitted_at,
    decided_at: waits ? null : decided_at,
    decided_by: waits ? null : ids.user[approverOf(who)],
    decision_reason: waits ? null : (exception?.reason ?? null),
    version: waits ? 2 : 3,
    updated_at: waits ? submitted_at : decided_at,
  }
}

/** The manager of the team; another one for the manager's own weeks, and the administrator where there is none. */
function approverOf(who: PersonKey): PersonKey {
  const managers = personKeys.filter(
    (key) => people[key].team === people[who].team && people[key].role === 'project_manager',
  )
  return managers.find((key) => key !== who) ?? 'omar'
}

export function absenceRows(today: string, ids: PeopleIds) {
  return absences.flatMap(({ who, reason, days }) =>
    days.map((day) => {
      const absent_on = slotDate(today, day)
      const at = instant(addDays(absent_on, -10), 9)
      return {
        id: demoId(`absence ${who} ${day}`, at),
        created_at: at,
        updated_at: at,
        user_id: ids.user[who],
        absent_on,
        minutes: Math.round((people[who].weeklyMinutes ?? 2400) / 5),
        reason,
      }
    }),
  )
}
