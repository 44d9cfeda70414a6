import type { Project } from '@milepost/db-schemas/projects'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict } from '@milepost/service-kit/problem'
import { canSeeProject, managesTeamOf } from '#projects/policy.ts'

type OfTeam = Pick<Project, 'team_id'>

/** A milestone is as visible as its project. */
const canSeeMilestone = (actor: Actor, milestone: OfTeam) => canSeeProject(actor, milestone)

export const canUpdateMilestone = (actor: Actor, milestone: OfTeam) =>
  managesTeamOf(actor, milestone)

export const milestonePolicy = {
  see: canSeeMilestone,
  may: canUpdateMilestone,
  missing: 'There is no such milestone.',
}

/** 409 with the milestone as it is now. */
export const milestoneChanged = (current: unknown) =>
  conflict('milestone-changed', 'Someone changed this milestone meanwhile.', current)
