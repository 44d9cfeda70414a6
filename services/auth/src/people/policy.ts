import type { Actor } from '@milepost/service-kit/authentication'

interface Located {
  id: string
  teams: readonly { id: string }[]
}

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

/** The teams whose members an actor may list; null stands for everybody. */
export const teamsWithin = (actor: Actor): readonly string[] | null =>
  isAdmin(actor) ? null : actor.roles.includes('project_manager') ? actor.team_ids : []

const managesTeamOf = (actor: Actor, person: Located) =>
  actor.roles.includes('project_manager') &&
  person.teams.some(({ id }) => actor.team_ids.includes(id))

/** Roles, teams and whether they are active, beside the name. */
export const canSeeAllOf = (actor: Actor, person: Pick<Located, 'id'>) =>
  isAdmin(actor) || actor.id === person.id

export const canSeePerson = (actor: Actor, person: Located) =>
  canSeeAllOf(actor, person) || managesTeamOf(actor, person)
