import type { UpdateView } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { canChangeView, viewPolicy } from './policy.ts'
import { presentView } from './present.ts'
import { findView, saveView, type ViewRow } from './queries.ts'
import { viewChanged } from './refusals.ts'

interface UpdateViewCommand {
  actor: Actor
  view: { id: string }
  input: UpdateView
}

export async function updateView(
  db: Db,
  { actor, view, input }: UpdateViewCommand,
): Promise<ViewRow> {
  const { version, ...changes } = input
  return db.transaction(async (tx) => {
    const before = admit(actor, await findView(tx, view.id), { ...viewPolicy, may: canChangeView })
    if (!(await saveView(tx, { id: before.id, version }, changes))) {
      throw viewChanged(presentView(actor, before))
    }
    return admit(actor, await findView(tx, view.id), viewPolicy)
  })
}
