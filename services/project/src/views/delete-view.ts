import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { canChangeView, viewPolicy } from './policy.ts'
import { presentView } from './present.ts'
import { findView, removeView } from './queries.ts'
import { viewChanged } from './refusals.ts'

interface DeleteViewCommand {
  actor: Actor
  view: { id: string }
  /** The version the caller saw. */
  version: number
}

export async function deleteView(
  db: Db,
  { actor, view, version }: DeleteViewCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = admit(actor, await findView(tx, view.id), { ...viewPolicy, may: canChangeView })
    if (!(await removeView(tx, { id: before.id, version }))) {
      throw viewChanged(presentView(actor, before))
    }
  })
}
