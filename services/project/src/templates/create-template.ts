import type { CreateTemplate } from '@milepost/api-contracts/templates'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { teamExists } from '#people/queries.ts'
import { checkContent } from './check-content.ts'
import { canKeepTemplate } from './policy.ts'
import { addTemplate } from './queries.ts'
import type { TemplateRow } from './template-row.ts'

/** Adds a template for a team, or for all of them. */
export async function createTemplate(
  db: Db,
  { actor, input }: { actor: Actor; input: CreateTemplate },
): Promise<TemplateRow> {
  const { team_id } = input
  const isKnown = team_id === null || (await teamExists(db, team_id))
  if (!isKnown || !canKeepTemplate(actor, input)) throw unknownReference('#/team_id')
  checkContent(input.content)
  return addTemplate(db, input)
}
