import type { CalendarScope } from '@milepost/api-contracts/calendars'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeePerson } from '#people/policy.ts'
import { canSeeTeam } from '#teams/policy.ts'

/** Whose calendar it is, whether or not it says anything yet. */
export type CalendarOwner =
  | { scope: 'organisation' }
  | { scope: 'team'; team_id: string }
  | { scope: 'person'; user_id: string; teams: readonly { id: string }[] }

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

/** The organisation's by everybody; a team's as the team; a person's as the person. */
export function canSeeCalendar(actor: Actor, owner: CalendarOwner): boolean {
  if (owner.scope === 'organisation') return true
  if (owner.scope === 'team') return canSeeTeam(actor, { id: owner.team_id })
  return canSeePerson(actor, { id: owner.user_id, teams: owner.teams })
}

/** An administrator all; a project manager those of the own teams; everybody their own, as who manages them. */
export function canUpdateCalendar(actor: Actor, owner: CalendarOwner): boolean {
  if (isAdmin(actor)) return true
  if (owner.scope === 'organisation') return false
  if (owner.scope === 'person') return canSeeCalendar(actor, owner)
  return actor.roles.includes('project_manager') && actor.team_ids.includes(owner.team_id)
}

const missing: Record<CalendarScope, string> = {
  organisation: 'There is no such calendar.',
  team: 'There is no such team.',
  person: 'There is no such user.',
}

export const calendarPolicy = (scope: CalendarScope) => ({
  see: canSeeCalendar,
  missing: missing[scope],
})
