import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject, managesTeamOf } from '#projects/policy.ts'

interface OfTeam {
  team_id: string
}

/** A link belongs to its successor, whose dates it holds back. */
interface Link extends OfTeam {
  predecessor_team_id: string
}

export const canLink = (actor: Actor, task: OfTeam) => managesTeamOf(actor, task)

const canSeeDependency = (actor: Actor, link: Link) =>
  canSeeProject(actor, link) || canSeeProject(actor, { team_id: link.predecessor_team_id })

export const dependencyPolicy = {
  see: canSeeDependency,
  may: canLink,
  missing: 'There is no such link.',
}
