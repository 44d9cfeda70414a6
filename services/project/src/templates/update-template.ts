import type { UpdateTemplate } from '@milepost/api-contracts/templates'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { checkContent } from './check-content.ts'
import { canUpdateTemplate, templatePolicy } from './policy.ts'
import { presentTemplateDetail } from './present.ts'
import { findTemplate, saveTemplate } from './queries.ts'
import { templateChanged } from './refusals.ts'
import type { TemplateRow } from './template-row.ts'

interface UpdateCommand {
  actor: Actor
  templateId: string
  input: UpdateTemplate
}

export async function updateTemplate(
  db: Db,
  { actor, templateId, input }: UpdateCommand,
): Promise<TemplateRow> {
  const { version, ...changes } = input
  if (changes.content) checkContent(changes.content)
  return db.transaction(async (tx) => {
    const before = admit(actor, await findTemplate(tx, templateId), {
      ...templatePolicy,
      may: canUpdateTemplate,
    })
    const saved = await saveTemplate(tx, { id: before.id, version }, changes)
    if (!saved) throw templateChanged(presentTemplateDetail(actor, before))
    return saved
  })
}
