import type { calendarDays, calendars, changeWindows } from '#calendars.ts'
import { bankHolidays } from './bank-holidays.ts'
import { addDays, instant, mondayOf } from './calendar.ts'
import { demoId } from './demo-id.ts'
import type { PeopleIds } from './people-rows.ts'

type Window = Pick<
  typeof changeWindows.$inferInsert,
  'calendar_id' | 'kind' | 'name' | 'starts_on' | 'ends_on'
>

/**
 * When the organisation works, around the loading day: its bank holidays, what it freezes at the end of
 * the year and for an audit soon, and a weekend on which the network team works.
 */
export function calendarRows(today: string, ids: PeopleIds) {
  const created_at = instant(addDays(today, -180), 9)
  const row = (name: string) => ({
    id: demoId(name, created_at),
    created_at,
    updated_at: created_at,
  })
  const year = Number(today.slice(0, 4))
  const monday = mondayOf(today)
  const organisation = row('calendar of the organisation')
  const network = row('calendar of the network team')

  const owned: (typeof calendars.$inferInsert)[] = [
    { ...organisation, scope: 'organisation', weekend: [6, 7] },
    { ...network, scope: 'team', team_id: ids.team.network },
  ]
  const rolloutDay = addDays(monday, 12)
  const days: (typeof calendarDays.$inferInsert)[] = [
    ...[year - 1, year, year + 1].flatMap(bankHolidays).map((holiday) => ({
      ...row(`holiday ${holiday.day}`),
      ...{ calendar_id: organisation.id, kind: 'holiday' as const, ...holiday },
    })),
    {
      ...row(`rollout day ${rolloutDay}`),
      ...{ calendar_id: network.id, day: rolloutDay, kind: 'working' },
      name: 'Rollout Saturday',
    },
  ]
  const planned: Window[] = [
    ...[year - 1, year].map((of) => ({
      ...{ calendar_id: organisation.id, kind: 'freeze' as const },
      name: 'Year-end change freeze',
      ...{ starts_on: `${of}-12-18`, ends_on: `${of + 1}-01-04` },
    })),
    {
      ...{ calendar_id: organisation.id, kind: 'freeze', name: 'Audit freeze' },
      ...{ starts_on: addDays(monday, 16), ends_on: addDays(monday, 18) },
    },
    {
      ...{ calendar_id: network.id, kind: 'maintenance', name: 'Core maintenance weekend' },
      ...{ starts_on: rolloutDay, ends_on: addDays(rolloutDay, 1) },
    },
  ]
  return {
    owned,
    days,
    windows: planned.map((window) => ({
      ...row(`window ${window.name} ${window.starts_on}`),
      ...window,
    })),
  }
}
