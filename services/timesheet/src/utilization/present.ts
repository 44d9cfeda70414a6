import type { TeamUtilization } from '@milepost/api-contracts/timesheets'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeMembersOf } from '#people/policy.ts'
import { type TeamSum, utilization } from './team-sums.ts'

/** Sums of fewer people would tell about persons. */
const peopleMin = 5

/** A team's sums, without anybody's name. */
export function presentSums({ team, people, ...sums }: TeamSum): TeamUtilization {
  const { minutes, unapproved_minutes, capacity_minutes, people_without_capacity } = sums
  const known = capacity_minutes > 0
  return {
    ...{ team, people, people_without_capacity },
    utilization_percentage: utilization(minutes, capacity_minutes),
    minutes,
    capacity_minutes: known ? capacity_minutes : null,
    unapproved_minutes,
    withheld: known ? null : 'no_capacity',
  }
}

/** A team as this actor may see it: with names, as sums, or not at all where it is small. */
export function presentTeam(actor: Actor, sum: TeamSum): TeamUtilization {
  if (canSeeMembersOf(actor, sum.team)) {
    return { ...presentSums(sum), members: sum.members.map(presentMember) }
  }
  const summed = sum.people - sum.people_without_capacity
  if (summed >= peopleMin) return presentSums(sum)
  return {
    team: sum.team,
    people: sum.people,
    people_without_capacity: sum.people_without_capacity,
    ...{ utilization_percentage: null, minutes: null, capacity_minutes: null },
    unapproved_minutes: null,
    withheld: summed === 0 ? 'no_capacity' : 'under_five_people',
  }
}

const presentMember = ({
  user_id,
  display_name,
  minutes,
  capacity_minutes,
}: TeamSum['members'][number]) => ({
  user: { id: user_id, display_name },
  ...{ minutes, capacity_minutes },
  utilization_percentage: utilization(minutes, capacity_minutes),
})
