import type { Actor } from '@milepost/service-kit/authentication'
import { managesTeamOf } from '#projects/policy.ts'

interface OfTeam {
  team_id: string | null
}

const isAdmin = (actor: Actor) => actor.roles.includes('admin')

/** One for every team is everybody's who starts projects; a team's is its managers'. */
export const templatePolicy = {
  see: (actor: Actor, { team_id }: OfTeam) =>
    isAdmin(actor) ||
    (actor.roles.includes('project_manager') &&
      (team_id === null || actor.team_ids.includes(team_id))),
  missing: 'There is no such template.',
}

/** Whether the actor may keep a template for this team; for every team only administrators. */
export const canKeepTemplate = (actor: Actor, { team_id }: OfTeam) =>
  team_id === null ? isAdmin(actor) : managesTeamOf(actor, { team_id })

export const canUpdateTemplate = (actor: Actor, template: OfTeam & { built_in: boolean }) =>
  !template.built_in && canKeepTemplate(actor, template)

/** Null stands for all. */
export const teamsWithTemplates = (actor: Actor): string[] | null =>
  isAdmin(actor) ? null : actor.team_ids
