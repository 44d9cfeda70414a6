import { type Card, cardSchema } from '@milepost/api-contracts/tasks'
import {
  taskCreated,
  taskDeleted,
  taskMoved,
  taskStatusChanged,
  taskUpdated,
} from '@milepost/shared-events/task-events'
import type { QueryClient } from '@tanstack/react-query'
import { findCard } from './board.ts'
import { boardOutdated, cardArrived, cardLeft, knownBoard } from './kanban-query.ts'

/** Somebody changed the board. An event carries what a card needs, so nothing is asked for again. */
export function boardNewsArrived(client: QueryClient, projectId: string, message: unknown): void {
  const deleted = taskDeleted.schema.safeParse(message)
  if (deleted.success) {
    const { task_id, project_completion_percentage } = deleted.data
    cardLeft(client, projectId, task_id, project_completion_percentage)
    return
  }
  const news = readCardNews(message, (taskId) => {
    const board = knownBoard(client, projectId)
    return board && findCard(board, taskId)
  })
  if (!news) return
  if (news.card) cardArrived(client, projectId, news.card, news.completion)
  // News of a card we do not have: only the whole board can tell.
  else void boardOutdated(client, projectId)
}

interface CardNews {
  card: Card | undefined
  completion?: number | null
}

function readCardNews(
  message: unknown,
  known: (taskId: string) => Card | undefined,
): CardNews | undefined {
  const whole = taskCreated.schema.or(taskUpdated.schema).safeParse(message)
  if (whole.success) {
    const { card, project_completion_percentage: completion } = whole.data
    return { card: cardSchema.safeParse(card).data, completion }
  }
  const changed = taskStatusChanged.schema.safeParse(message)
  if (changed.success) {
    const { new_status: status, project_completion_percentage: completion, ...event } = changed.data
    return { card: withPlace(known(event.task_id), { ...event, status }), completion }
  }
  const moved = taskMoved.schema.safeParse(message)
  if (moved.success) return { card: withPlace(known(moved.data.task_id), moved.data) }
  return undefined
}

interface Place {
  status: string
  rank: string
  version: number
  blocked_reason?: string | null
  blocked_since?: string | null
}

function withPlace(card: Card | undefined, { status, rank, version, ...place }: Place) {
  if (!card) return undefined
  // A move inside its column says nothing about being blocked, and changes nothing of it.
  const { blocked_reason = card.blocked_reason, blocked_since = card.blocked_since } = place
  return cardSchema.safeParse({
    ...card,
    status,
    rank,
    version,
    blocked_reason: blocked_reason ?? undefined,
    blocked_since: blocked_since ?? undefined,
  }).data
}
