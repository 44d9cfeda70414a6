import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { canUpdateTemplate, templatePolicy } from './policy.ts'
import { presentTemplateDetail } from './present.ts'
import { findTemplate, saveTemplate } from './queries.ts'
import { templateChanged } from './refusals.ts'

interface DeleteCommand {
  actor: Actor
  templateId: string
  version: number
  now: Date
}

/** Projects that were started from it keep everything. */
export async function deleteTemplate(
  db: Db,
  { actor, templateId, version, now }: DeleteCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = admit(actor, await findTemplate(tx, templateId), {
      ...templatePolicy,
      may: canUpdateTemplate,
    })
    const saved = await saveTemplate(tx, { id: before.id, version }, { deleted_at: now })
    if (!saved) throw templateChanged(presentTemplateDetail(actor, before))
  })
}
