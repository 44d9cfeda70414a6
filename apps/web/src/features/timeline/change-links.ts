import type { LinkType, TimelineLink } from '@milepost/api-contracts/timeline'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'
import { createLink, deleteLink, updateLink } from './timeline-api.ts'
import { timelineOutdated } from './timeline-query.ts'

export interface NewLink {
  predecessor: { id: string; name: string }
  successor: { id: string; name: string }
  type: LinkType
}

/** Two bars were linked. The notice takes it back. */
export function barsLinked(
  client: QueryClient,
  projectId: string,
  { predecessor, successor, type }: NewLink,
): Promise<void> {
  return changed(client, projectId, async () => {
    const body = { predecessor_id: predecessor.id, type, lag_minutes: 0 }
    const link = await createLink(successor.id, body, randomKey())
    somethingHappened({
      text: texts.linked(predecessor.name, successor.name, type),
      undo: () => void changed(client, projectId, () => deleteLink(link.id)),
    })
  })
}

export const linkChanged = (
  client: QueryClient,
  projectId: string,
  linkId: string,
  change: { type?: LinkType; lag_minutes?: number },
) => changed(client, projectId, () => updateLink(linkId, change))

/** The notice brings it back as it was. */
export function linkRemoved(
  client: QueryClient,
  projectId: string,
  { id, predecessor_id, successor_id, type, lag_minutes }: TimelineLink,
): Promise<void> {
  return changed(client, projectId, async () => {
    await deleteLink(id)
    const again = { predecessor_id, type, lag_minutes }
    somethingHappened({
      text: texts.linkGone,
      undo: () =>
        void changed(client, projectId, () => createLink(successor_id, again, randomKey())),
    })
  })
}

/** Sends a change, says why it was refused, and reads the plan again either way. */
async function changed(client: QueryClient, projectId: string, send: () => Promise<unknown>) {
  try {
    await send()
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    somethingFailed(explain(error))
  }
  await timelineOutdated(client, projectId)
}
