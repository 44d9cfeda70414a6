import type { RecurringFields } from '@milepost/api-contracts/recurring'
import type { Tx } from '@milepost/db-schemas/database'
import { Problem, unknownReference } from '@milepost/service-kit/problem'
import { readReferences } from '#tasks/references.ts'

/** Throws 422 for a person or milestone that is not there for this project. */
export async function readSeriesReferences(
  tx: Tx,
  { fields, project }: { fields: RecurringFields; project: { id: string; team_id: string } },
): Promise<void> {
  try {
    await readReferences(tx, { given: fields, project })
  } catch (error) {
    // The fields are one level deeper here than in a single task.
    const pointer = error instanceof Problem ? error.errors?.[0]?.pointer : undefined
    throw pointer === undefined ? error : unknownReference(pointer.replace('#/', '#/fields/'))
  }
}
