import type { BulkChange } from '@milepost/api-contracts/list'
import type { Tx } from '@milepost/db-schemas/database'
import { Problem, unknownReference } from '@milepost/service-kit/problem'
import { categoryExists } from '#projects/queries.ts'
import { readReferences } from '#tasks/references.ts'

/** Throws 422 for an id of the change that is not there for this project. */
export async function readBulkReferences(
  tx: Tx,
  { set, project }: { set: BulkChange; project: { id: string; team_id: string } },
): Promise<void> {
  try {
    await readReferences(tx, { given: set, project })
  } catch (error) {
    throw belowSet(error)
  }
  if (set.category_id != null && !(await categoryExists(tx, set.category_id))) {
    throw unknownReference('#/set/category_id')
  }
}

/** The fields are one level deeper here than in the change of a single task. */
function belowSet(error: unknown): unknown {
  const pointer = error instanceof Problem ? error.errors?.[0]?.pointer : undefined
  return pointer === undefined ? error : unknownReference(pointer.replace('#/', '#/set/'))
}
