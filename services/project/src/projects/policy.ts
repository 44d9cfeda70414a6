import type { Project } from '@milepost/db-schemas/projects'
import type { Actor } from '@milepost/service-kit/authentication'

type OfTeam = Pick<Project, 'team_id'>

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

/** Without being in any team. */
const readsEverything = (actor: Actor) => isAdmin(actor) || actor.roles.includes('executive')

export const isInTeamOf = (actor: Actor, thing: OfTeam) => actor.team_ids.includes(thing.team_id)

/** An administrator, or a manager of the owning team. */
export const managesTeamOf = (actor: Actor, thing: OfTeam) =>
  isAdmin(actor) || (actor.roles.includes('project_manager') && isInTeamOf(actor, thing))

export const canSeeProject = (actor: Actor, project: OfTeam) =>
  readsEverything(actor) || isInTeamOf(actor, project)

export const canUpdateProject = managesTeamOf
export const canDeleteProject = managesTeamOf
export const canCreateMilestone = managesTeamOf

/** Whether the actor may put a project into this team. */
export const canOwnProjects = managesTeamOf

export const canAnalyzeProject = (actor: Actor, project: OfTeam) =>
  actor.roles.includes('executive') || managesTeamOf(actor, project)

/** The teams whose projects the actor sees; null stands for all. */
export const visibleTeams = (actor: Actor): string[] | null =>
  readsEverything(actor) ? null : actor.team_ids
