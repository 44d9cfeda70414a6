import type { Me } from '@milepost/api-contracts/auth'
import type { UserView } from '@milepost/api-contracts/people'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeAllOf } from './policy.ts'
import type { Person, UserSkill } from './queries.ts'

/** The person who is signed in, to themselves. */
export const presentMe = ({
  id,
  email,
  display_name,
  roles,
  teams,
  timezone,
  version,
}: Person): Me => ({
  ...{ id, email, display_name, roles, timezone, version },
  teams: teams.map(({ id, name }) => ({ id, name })),
})

/** A person as this actor may see them: name, address and skills, or everything. */
export function presentPerson(actor: Actor, person: Person, skills: UserSkill[] = []): UserView {
  const { id, display_name, email } = person
  const summary = { id, display_name, email, skills }
  if (!canSeeAllOf(actor, person)) return summary
  const { is_active, timezone, roles, teams, version } = person
  return { ...summary, is_active, timezone, roles, teams, version }
}
