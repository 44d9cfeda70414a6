import type { Actor } from '@milepost/service-kit/authentication'
import type { ProjectRef } from './queries.ts'

type OfTeam = Pick<ProjectRef, 'team_id'>

const readsEverything = ({ roles }: Actor) => roles.includes('admin') || roles.includes('executive')

const isInTeamOf = (actor: Actor, { team_id }: OfTeam) => actor.team_ids.includes(team_id)

export const canSeeProject = (actor: Actor, project: OfTeam): boolean =>
  readsEverything(actor) || isInTeamOf(actor, project)

/** Who reports upwards may ask for a report; who contributes reads it. */
export const canAnalyzeProject = (actor: Actor, project: OfTeam): boolean =>
  readsEverything(actor) || (actor.roles.includes('project_manager') && isInTeamOf(actor, project))

/** A portfolio tells of several teams at once, which is nothing a contributor is shown. */
export const canReadPortfolios = (actor: Actor): boolean =>
  readsEverything(actor) || actor.roles.includes('project_manager')
