import type { Reaction } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { changeComment } from './change-comment.ts'
import { canReact } from './policy.ts'
import { addReaction, removeReaction } from './queries.ts'

interface SetReactionCommand {
  actor: Actor
  commentId: string
  reaction: Reaction
  given: boolean
  correlationId: string
}

/** Gives the actor's reaction or takes it back. Done twice it is as done once. */
export async function setReaction(
  db: Db,
  { actor, commentId, reaction, given, correlationId }: SetReactionCommand,
): Promise<void> {
  const command = { actor, commentId, may: canReact, correlationId }
  await changeComment(db, command, async (tx) => {
    const change = given ? addReaction : removeReaction
    const differs = await change(tx, { commentId, userId: actor.id, reaction })
    return differs ? { change: 'reacted' } : undefined
  })
}
