import { managesTeamOf } from '#projects/policy.ts'

/** Dates, links and baselines: whoever manages the project. */
export const canPlan = managesTeamOf
