import type { TaskRowView } from '@milepost/api-contracts/list'
import type {
  taskCreated,
  taskMoved,
  taskStatusChanged,
  taskUpdated,
} from '@milepost/shared-events/task-events'
import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { LiveEvent } from '#shared/api/live-connection.ts'
import { knownRow, listOutdated, rowArrived, rowLeft } from './list-query.ts'

type EventOf<Definition extends { schema: z.ZodType }> = z.infer<Definition['schema']>
type RowNews =
  | EventOf<typeof taskCreated>
  | EventOf<typeof taskUpdated>
  | EventOf<typeof taskMoved>
  | EventOf<typeof taskStatusChanged>

const heard: Record<RowNews['event_type'], true> = {
  'task.created': true,
  'task.updated': true,
  'task.moved': true,
  'task.status_changed': true,
}

const isNews = (event: { event_type: string }): event is RowNews =>
  Object.hasOwn(heard, event.event_type)

/** Somebody changed a task or a name that the list shows. An event carries what a row needs. */
export function listNewsArrived(client: QueryClient, projectId: string, event: LiveEvent): void {
  if (event.event_type === 'task.deleted') rowLeft(client, projectId, String(event.task_id))
  else if (isNews(event)) rowNewsArrived(client, projectId, event)
  else if (event.event_type === 'project.milestone') void listOutdated(client, projectId)
}

function rowNewsArrived(client: QueryClient, projectId: string, event: RowNews): void {
  const row = rowAfter(event, knownRow(client, projectId, event.task_id))
  if (row) rowArrived(client, projectId, row)
  else void listOutdated(client, projectId)
}

/** The row as the event leaves it; undefined when that takes a row we do not know. */
function rowAfter(event: RowNews, known: TaskRowView | undefined): TaskRowView | undefined {
  // Its publisher writes it by the contract of a list's rows.
  if ('row' in event && event.row) return event.row as unknown as TaskRowView
  if ('card' in event || !known) return undefined
  if (event.event_type === 'task.moved') {
    return { ...known, rank: event.rank, version: event.version }
  }
  const { blocked_reason, blocked_since, completed_on, ...rest } = known
  return {
    ...rest,
    status: event.new_status as TaskRowView['status'],
    rank: event.rank,
    version: event.version,
    completion_percentage: event.completion_percentage,
    ...(event.blocked_reason !== null && { blocked_reason: event.blocked_reason }),
    ...(event.blocked_since !== null && { blocked_since: event.blocked_since }),
    ...(event.new_status === 'done' && { completed_on: event.timestamp.slice(0, 10) }),
  }
}
