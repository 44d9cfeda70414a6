import type { CalendarView } from '@milepost/api-contracts/calendars'
import type { Actor } from '@milepost/service-kit/authentication'
import { type CalendarOwner, canUpdateCalendar } from './policy.ts'
import type { Calendar, ChangeWindow } from './queries.ts'

interface Parts {
  calendar: Calendar | undefined
  days: CalendarView['days']
  windows: readonly ChangeWindow[]
}

/** A calendar as the API shows it, also one that says nothing yet. */
export const presentCalendar = (
  actor: Actor,
  owner: CalendarOwner,
  { calendar, days, windows }: Parts,
): CalendarView => ({
  scope: owner.scope,
  ...(owner.scope === 'team' && { team_id: owner.team_id }),
  ...(owner.scope === 'person' && { user_id: owner.user_id }),
  weekend: calendar?.weekend ?? null,
  days,
  windows: windows.map(presentWindow),
  version: calendar?.version ?? 0,
  can: { update: canUpdateCalendar(actor, owner) },
})

export const presentWindow = ({ id, kind, name, starts_on, ends_on }: ChangeWindow) => ({
  ...{ id, kind, name, starts_on, ends_on },
})
