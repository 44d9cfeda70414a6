import type { Actor } from '@milepost/service-kit/authentication'

interface Person {
  id: string
  team_ids: readonly string[]
}

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

const manages = (actor: Actor, { team_ids }: Pick<Person, 'team_ids'>) =>
  actor.roles.includes('project_manager') && team_ids.some((id) => actor.team_ids.includes(id))

/** Hours by name: one's own, and those of the people one manages. */
export const canSeeTimeOf = (actor: Actor, person: Person) =>
  isAdmin(actor) || actor.id === person.id || manages(actor, person)

/** Nobody writes another person's hours. */
export const canWriteTimeOf = (actor: Actor, person: Pick<Person, 'id'>) => actor.id === person.id

/** Named figures of a team; everybody else gets sums at most. */
export const canSeeMembersOf = (actor: Actor, team: { id: string }) =>
  isAdmin(actor) || manages(actor, { team_ids: [team.id] })

/** The teams whose sums an actor may see; null stands for all. */
export const teamsWithin = (actor: Actor): readonly string[] | null =>
  isAdmin(actor) || actor.roles.includes('executive') ? null : actor.team_ids

export const canSeeProject = (actor: Actor, { team_id }: { team_id: string }) =>
  isAdmin(actor) || actor.roles.includes('executive') || actor.team_ids.includes(team_id)

/** Time goes to work of one's own teams. */
export const canBookOn = (actor: Actor, { team_id }: { team_id: string }) =>
  isAdmin(actor) || actor.team_ids.includes(team_id)
