import type { CreateRelation, RelationView } from '@milepost/api-contracts/discussion'
import type { Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { findTask, lockBoard } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { announceRelation } from './announce.ts'
import { canRelate, relatedToItself, relationExists } from './policy.ts'
import { addRelation, isRelated } from './queries.ts'

interface CreateRelationCommand {
  actor: Actor
  task: { id: string; project_id: string }
  input: CreateRelation
  correlationId: string
}

/** Says what a task is to another one of its project. */
export async function createRelation(
  tx: Tx,
  { actor, task, input, correlationId }: CreateRelationCommand,
): Promise<RelationView> {
  const progress = await lockBoard(tx, task.project_id)
  const here = admit(actor, await findTask(tx, task.id), { ...taskPolicy, may: canRelate })
  const other = await findTask(tx, input.task_id)
  if (other?.project_id !== here.project_id) throw unknownReference('#/task_id')
  if (other.id === here.id) throw relatedToItself()

  const ends = input.kind === 'duplicated_by' ? ([other, here] as const) : ([here, other] as const)
  const kind = input.kind === 'relates' ? 'relates' : 'duplicates'
  const row = { task_id: ends[0].id, other_id: ends[1].id, kind } as const
  if (await isRelated(tx, row)) throw relationExists()
  const id = await addRelation(tx, row)
  const cause = { actorId: actor.id, correlationId }
  await announceRelation(tx, { cause, progress, ends, kind, added: true })
  const { title, status } = other
  const key = `${other.project_key}-${other.number}`
  return { id, kind: input.kind, task: { id: other.id, key, title, status } }
}
