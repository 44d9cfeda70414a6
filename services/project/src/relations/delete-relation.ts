import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { findTask, lockBoard } from '#tasks/queries.ts'
import { announceRelation } from './announce.ts'
import { relationPolicy } from './policy.ts'
import { findRelation, type RelationRow, removeRelation } from './queries.ts'

interface DeleteRelationCommand {
  actor: Actor
  relation: Pick<RelationRow, 'id' | 'project_id'>
  correlationId: string
}

/** The two tasks have nothing to do with each other any more, in this way. */
export async function deleteRelation(
  db: Db,
  { actor, relation, correlationId }: DeleteRelationCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const progress = await lockBoard(tx, relation.project_id)
    const found = admit(actor, await findRelation(tx, relation.id), relationPolicy)
    const [task, other] = [await findTask(tx, found.task_id), await findTask(tx, found.other_id)]
    if (!task || !other) throw new Error(`relation ${found.id} lost an end while it was locked`)
    await removeRelation(tx, found.id)
    const cause = { actorId: actor.id, correlationId }
    const ends = [task, other] as const
    await announceRelation(tx, { cause, progress, ends, kind: found.kind, added: false })
  })
}
