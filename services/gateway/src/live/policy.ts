import type { Actor } from '@milepost/service-kit/authentication'
import { type Delivery, userChannel } from './channels.ts'

/** The team that owns a project; undefined when it is not known. */
export type TeamOf = (projectId: string) => string | undefined

export const seesEveryProject = ({ roles }: Actor): boolean =>
  roles.includes('admin') || roles.includes('executive')

export const canSeeProjectOf = (actor: Actor, teamId: string | undefined): boolean =>
  seesEveryProject(actor) || (teamId !== undefined && actor.team_ids.includes(teamId))

export const canSeePortfolio = (actor: Actor): boolean =>
  seesEveryProject(actor) || actor.roles.includes('project_manager')

/** Whether this person, as they are now, may have this event on this channel. */
export function canReceive(
  actor: Actor,
  { channel, project_ids }: Delivery,
  teamOf: TeamOf,
): boolean {
  if (channel.startsWith('user:')) return channel === userChannel(actor.id)
  if (channel === 'portfolio' && !canSeePortfolio(actor)) return false
  return project_ids.every((id) => canSeeProjectOf(actor, teamOf(id)))
}
