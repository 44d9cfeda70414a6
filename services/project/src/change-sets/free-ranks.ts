import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Tx } from '@milepost/db-schemas/database'
import { generateKeyBetween } from 'fractional-indexing'
import { findLastRank } from '#tasks/queries.ts'
import { listTakenRanks } from './queries.ts'

interface Placed {
  id: string
  status: TaskStatus
  rank: string
}

/** The ranks these cards had, by their ids; the end of the column for one whose place was taken since. */
export async function freeRanks(
  tx: Tx,
  projectId: string,
  cards: readonly Placed[],
): Promise<Map<string, string>> {
  const taken = new Set(await listTakenRanks(tx, projectId, cards))
  const ranks = new Map<string, string>()
  const homeless: Placed[] = []
  for (const card of cards) {
    const place = `${card.status} ${card.rank}`
    if (taken.has(place)) homeless.push(card)
    else ranks.set(card.id, card.rank)
    taken.add(place)
  }

  const last = new Map<TaskStatus, string | null>()
  for (const { id, status } of homeless) {
    const end = last.get(status) ?? (await lastOf(tx, { projectId, status, cards }))
    const rank = generateKeyBetween(end, null)
    last.set(status, rank)
    ranks.set(id, rank)
  }
  return ranks
}

/** Beyond the column's last card, and beyond those that come back to it. */
async function lastOf(
  tx: Tx,
  { projectId, status, cards }: { projectId: string; status: TaskStatus; cards: readonly Placed[] },
): Promise<string | null> {
  const there = await findLastRank(tx, { projectId, status })
  const ranks = cards.filter((card) => card.status === status).map(({ rank }) => rank)
  return [...ranks, ...(there === null ? [] : [there])].toSorted().at(-1) ?? null
}
