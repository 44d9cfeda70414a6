import type { Actor } from '@milepost/service-kit/authentication'

interface Identified {
  id: string
}

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

const isMember = (actor: Actor, { id }: Identified) => actor.team_ids.includes(id)

/** The teams an actor may know of; null stands for all. */
export const teamsInReach = (actor: Actor): readonly string[] | null =>
  isAdmin(actor) || actor.roles.includes('executive') ? null : actor.team_ids

export const canSeeTeam = (actor: Actor, team: Identified) =>
  teamsInReach(actor) === null || isMember(actor, team)

/** What it does and how large it is, beside the name. */
export const canSeeDetailsOf = (actor: Actor, team: Identified) =>
  isAdmin(actor) || isMember(actor, team)

export const canSeeMembersOf = (actor: Actor, team: Identified) =>
  isAdmin(actor) || (actor.roles.includes('project_manager') && isMember(actor, team))
