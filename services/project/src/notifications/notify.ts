import type { Tx } from '@milepost/db-schemas/database'
import type { Notification } from '@milepost/db-schemas/notifications'
import { outbox } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { notificationAdded } from '@milepost/shared-events/notification-events'
import { v7 as uuidv7 } from 'uuid'
import { addNotifications } from './queries.ts'

export interface Notice
  extends Pick<Notification, 'kind' | 'group_key' | 'actor_user_id'>,
    Partial<Pick<Notification, 'task_id' | 'milestone_id'>> {
  project_id: string
  detail: Record<string, string | null>
}

/**
 * Writes a line into the inboxes of these people: once each, not of who did it, and only of those who are
 * still in the project's team and want lines of this kind. A line that is still unread counts up instead.
 */
export async function notify(
  tx: Tx,
  notice: Notice,
  { userIds, correlationId, at }: { userIds: readonly string[]; correlationId: string; at: Date },
): Promise<void> {
  const others = [...new Set(userIds)].filter((id) => id !== notice.actor_user_id)
  if (others.length === 0) return
  const reached = await addNotifications(tx, notice, {
    rows: others.map((userId) => ({ id: uuidv7(), user_id: userId })),
    at,
  })
  await appendToOutbox(
    tx,
    outbox,
    ...reached.map((user_id) =>
      notificationAdded.create({
        correlation_id: correlationId,
        actor_user_id: notice.actor_user_id,
        user_id,
      }),
    ),
  )
}
