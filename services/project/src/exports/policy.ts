import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject, managesTeamOf } from '#projects/policy.ts'

interface OfTeam {
  team_id: string
}

/** A file leaves the house: managers of the team take it out, and whoever reads every project anyway. */
export const canExport = (actor: Actor, project: OfTeam) =>
  managesTeamOf(actor, project) ||
  (actor.roles.includes('executive') && canSeeProject(actor, project))

/** What people are to work, task by task, is for those who plan it. */
export const canExportHours = managesTeamOf
