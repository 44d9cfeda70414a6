import type { Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { isActiveMember, teamExists } from '#people/queries.ts'
import { canOwnProjects } from './policy.ts'
import { categoryExists } from './queries.ts'

interface References {
  team_id?: string | undefined
  category_id?: string | null | undefined
  manager_id?: string | null | undefined
}

/**
 * Throws 422 for an id that is not there for this actor, whether or not it exists. `teamId` is the team
 * that owns the project after the change.
 */
export async function refuseUnknownReferences(
  tx: Tx,
  { actor, given, teamId }: { actor: Actor; given: References; teamId: string },
): Promise<void> {
  const { team_id, category_id, manager_id } = given
  if (team_id !== undefined) {
    const own = canOwnProjects(actor, { team_id })
    if (!own || !(await teamExists(tx, team_id))) throw unknownReference('#/team_id')
  }
  if (category_id != null && !(await categoryExists(tx, category_id))) {
    throw unknownReference('#/category_id')
  }
  if (manager_id != null && !(await isActiveMember(tx, { teamId, userId: manager_id }))) {
    throw unknownReference('#/manager_id')
  }
}
