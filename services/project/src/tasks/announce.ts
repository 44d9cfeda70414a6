import type { Task } from '@milepost/db-schemas/tasks'
import type { AnyEvent } from '@milepost/shared-events/define-event'
import {
  taskCompleted,
  taskMoved,
  taskStatusChanged,
  taskUpdated,
  userAssigned,
} from '@milepost/shared-events/task-events'
import { type ListedTask, presentRow } from '#list/present-row.ts'
import { type CardRow, presentCard } from './present.ts'
import { completionPercentage } from './progress.ts'

/** The board after a change. */
export interface BoardState {
  board_version: number
  completion_percentage: number | null
}

export interface Cause {
  actorId: string
  correlationId: string
}

interface Change extends Cause {
  before: Pick<Task, 'status'>
  after: CardRow & Pick<Task, 'project_id' | 'completion_percentage' | 'completed_at'>
  board: BoardState
}

const aboutTask = (
  { actorId, correlationId }: Cause,
  task: Pick<Task, 'project_id' | 'id' | 'version'>,
) => ({
  correlation_id: correlationId,
  actor_user_id: actorId,
  project_id: task.project_id,
  task_id: task.id,
  version: task.version,
})

/** Another place in the same column; or another status, and with it perhaps a completion. */
export function placeEvents(change: Change): AnyEvent[] {
  return change.before.status === change.after.status ? [movedEvent(change)] : statusEvents(change)
}

function movedEvent({ after, board, ...cause }: Change): AnyEvent {
  return taskMoved.create({
    ...aboutTask(cause, after),
    board_version: board.board_version,
    status: after.status,
    rank: after.rank,
    column_id: after.column_id,
  })
}

/** `task.completed` follows `task.status_changed`: who reacts to both sees them in that order. */
export function statusEvents({ before, after, board, ...cause }: Change): AnyEvent[] {
  const about = aboutTask(cause, after)
  const changed = taskStatusChanged.create({
    ...about,
    board_version: board.board_version,
    previous_status: before.status,
    new_status: after.status,
    changed_by_user_id: cause.actorId,
    completion_percentage: completionPercentage(after),
    rank: after.rank,
    card: presentCard(after),
    blocked_reason: after.blocked_reason,
    blocked_since: after.blocked_since?.toISOString() ?? null,
    project_completion_percentage: board.completion_percentage,
  })
  if (after.status !== 'done' || after.completed_at === null) return [changed]
  return [
    changed,
    taskCompleted.create({
      ...about,
      completed_by_user_id: after.assignee_id ?? cause.actorId,
      completed_at: after.completed_at.toISOString(),
    }),
  ]
}

/** A card that looks different now; its status and its place are announced by the two above. */
export function updatedEvent(
  cause: Cause,
  task: ListedTask & Pick<Task, 'project_id'>,
  { board, changedFields }: { board: BoardState; changedFields: string[] },
): AnyEvent {
  return taskUpdated.create({
    ...aboutTask(cause, task),
    board_version: board.board_version,
    card: presentCard(task),
    row: presentRow(task),
    changed_fields: changedFields,
    project_completion_percentage: board.completion_percentage,
  })
}

/** Tells the person who got the work; nobody when a task was only taken away. */
export function assignedEvents(
  { actorId, correlationId }: Cause,
  task: Pick<Task, 'id' | 'project_id' | 'assignee_id'>,
  previousAssigneeId: string | null,
): AnyEvent[] {
  if (task.assignee_id === null || task.assignee_id === previousAssigneeId) return []
  return [
    userAssigned.create({
      correlation_id: correlationId,
      actor_user_id: actorId,
      project_id: task.project_id,
      task_id: task.id,
      assignee_id: task.assignee_id,
      previous_assignee_id: previousAssigneeId,
    }),
  ]
}
