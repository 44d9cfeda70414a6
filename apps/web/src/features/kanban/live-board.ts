import type { Card, TaskStatus } from '@milepost/api-contracts/tasks'
import type { boardChanged } from '@milepost/shared-events/project-events'
import type {
  taskCreated,
  taskDeleted,
  taskMoved,
  taskStatusChanged,
  taskUpdated,
} from '@milepost/shared-events/task-events'
import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { LiveEvent } from '#shared/api/live-connection.ts'
import { findCard } from './board.ts'
import { boardOutdated, cardArrived, cardLeft, knownBoard } from './kanban-query.ts'

type EventOf<Definition extends { schema: z.ZodType }> = z.infer<Definition['schema']>
type BoardEvent =
  | EventOf<typeof boardChanged>
  | EventOf<typeof taskCreated>
  | EventOf<typeof taskUpdated>
  | EventOf<typeof taskDeleted>
  | EventOf<typeof taskMoved>
  | EventOf<typeof taskStatusChanged>

const boardEvents: Record<BoardEvent['event_type'], true> = {
  'board.changed': true,
  'task.created': true,
  'task.updated': true,
  'task.deleted': true,
  'task.moved': true,
  'task.status_changed': true,
}

/** Somebody changed the board. An event carries what a card needs, so nothing is asked for again. */
export function boardNewsArrived(client: QueryClient, projectId: string, news: LiveEvent): void {
  if (!isBoardEvent(news)) return
  if (news.event_type === 'task.deleted') {
    cardLeft(client, projectId, news.task_id, news.project_completion_percentage)
    return
  }
  const board = knownBoard(client, projectId)
  if (news.event_type === 'board.changed') {
    // Whoever changed it here has read it again already.
    if (board && board.board_version >= news.board_version) return
    void boardOutdated(client, projectId)
    return
  }
  const card = cardAfter(news, board && findCard(board, news.task_id))
  const completion =
    news.event_type === 'task.moved' ? undefined : news.project_completion_percentage
  if (card) cardArrived(client, projectId, card, completion)
  // News of a card we do not have: only the whole board can tell.
  else void boardOutdated(client, projectId)
}

const isBoardEvent = (news: { event_type: string }): news is BoardEvent =>
  Object.hasOwn(boardEvents, news.event_type)

type CardEvent = Exclude<BoardEvent, { event_type: 'task.deleted' | 'board.changed' }>

/** The card as the event leaves it; undefined when that takes a card we do not know. */
function cardAfter(event: CardEvent, known: Card | undefined): Card | undefined {
  // Its publisher writes it by the contract of a board's cards.
  if ('card' in event && event.card) return event.card as unknown as Card
  if (!known) return undefined
  // A move among the cards of its status says nothing about being blocked, and changes nothing of it.
  if (event.event_type === 'task.moved') {
    const { rank, version } = event
    const { column_id: _former, ...rest } = known
    const status = event.status as TaskStatus
    return {
      ...rest,
      status,
      rank,
      version,
      ...(event.column_id && { column_id: event.column_id }),
    }
  }
  if (event.event_type !== 'task.status_changed') return undefined
  const { rank, version } = event
  const { blocked_reason, blocked_since, column_id, status_since, completed_on, ...rest } = known
  return {
    ...rest,
    status: event.new_status as TaskStatus,
    rank,
    version,
    ...(event.blocked_reason !== null && { blocked_reason: event.blocked_reason }),
    ...(event.blocked_since !== null && { blocked_since: event.blocked_since }),
  }
}
