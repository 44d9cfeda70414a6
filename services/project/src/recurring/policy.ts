import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject, managesTeamOf } from '#projects/policy.ts'

/** A series is as visible as its project. */
export const seriesPolicy = {
  see: (actor: Actor, series: { team_id: string }) => canSeeProject(actor, series),
  missing: 'There is no such recurring task.',
}

export const canKeepSeries = managesTeamOf
