import type { Tx } from '@milepost/db-schemas/database'
import type { AnalysisRequest } from '@milepost/db-schemas/insights'
import type { Actor } from '@milepost/service-kit/authentication'
import { announce } from './announce.ts'
import { addOrHasten } from './queries.ts'
import type { Scope } from './scope.ts'

interface RequestAnalysisCommand {
  actor: Actor
  scope: Scope
  correlationId: string
}

/** Asks for a new analysis. Whoever asks while one waits gets that one. */
export async function requestAnalysis(
  tx: Tx,
  { actor, scope, correlationId }: RequestAnalysisCommand,
): Promise<AnalysisRequest> {
  const request = await addOrHasten(tx, {
    scope,
    trigger: 'user',
    requestedBy: actor.id,
    correlationId,
    delaySeconds: 0,
  })
  await announce(tx, request)
  return request
}
