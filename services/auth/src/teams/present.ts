import type { TeamView } from '@milepost/api-contracts/people'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeDetailsOf } from './policy.ts'
import type { CountedTeam, Member } from './queries.ts'

/** A team as this actor may see it: the name alone, or with what it is; members where they were read. */
export function presentTeam(actor: Actor, team: CountedTeam, members?: Member[]): TeamView {
  const { id, name, description, member_count, version } = team
  if (!canSeeDetailsOf(actor, team)) return { id, name }
  return { id, name, description, member_count, version, ...(members && { members }) }
}
