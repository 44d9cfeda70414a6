import type { Tx } from '@milepost/db-schemas/database'
import { announce } from './announce.ts'
import { addUnlessQueued } from './queries.ts'
import type { Scope } from './scope.ts'

interface Renewal {
  scope: Scope
  correlationId: string
  /** How long to wait for more changes, so that a burst of them is one analysis. */
  delaySeconds: number
}

/** Queues an analysis that nobody asked for: its work has changed. */
export async function queueRenewal(tx: Tx, renewal: Renewal): Promise<void> {
  const added = await addUnlessQueued(tx, { ...renewal, trigger: 'event', requestedBy: null })
  if (added) await announce(tx, added)
}
