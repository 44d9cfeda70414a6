import { on } from '@milepost/service-kit/reaction'
import { projectMilestone } from '@milepost/shared-events/project-events'
import {
  commentCreated,
  commentUpdated,
  taskStatusChanged,
  userAssigned,
} from '@milepost/shared-events/task-events'
import { excerpt, mentionedIds } from '#comments/mentions.ts'
import { notify } from './notify.ts'
import { findCommentBody, findMilestoneAudience, findTaskNews } from './recipients.ts'

const present = (...ids: (string | null)[]) => ids.filter((id) => id !== null)

const tellAssignee = on(userAssigned, async (event, tx) => {
  const { project_id, task_id, actor_user_id, correlation_id: correlationId } = event
  if (!(await findTaskNews(tx, task_id))) return
  await notify(
    tx,
    {
      ...{ kind: 'assigned', project_id, task_id, actor_user_id, detail: {} },
      group_key: `assigned:${task_id}`,
    },
    { userIds: [event.assignee_id], correlationId, at: new Date(event.timestamp) },
  )
})

/** Who is named hears that they were; the others who follow the task hear that something was said. */
const tellAboutComment = on(commentCreated, async (event, tx) => {
  const { project_id, task_id, actor_user_id, correlation_id: correlationId } = event
  const news = await findTaskNews(tx, task_id)
  const body = await findCommentBody(tx, event.comment_id)
  if (!news || body === undefined) return
  const mentioned = mentionedIds(body)
  const about = { project_id, task_id, actor_user_id, detail: { excerpt: excerpt(body) } }
  const at = new Date(event.timestamp)
  await notify(
    tx,
    { ...about, kind: 'mentioned', group_key: `mentioned:${task_id}` },
    { userIds: mentioned, correlationId, at },
  )
  const followers = present(news.assignee_id, ...news.watcher_ids)
  await notify(
    tx,
    { ...about, kind: 'commented', group_key: `commented:${task_id}` },
    { userIds: followers.filter((id) => !mentioned.includes(id)), correlationId, at },
  )
})

/** Who is named only since it was said in other words hears that they were. */
const tellNewlyMentioned = on(commentUpdated, async (event, tx) => {
  const { project_id, task_id, actor_user_id, correlation_id: correlationId } = event
  const news = event.mentioned_ids.length > 0 ? await findTaskNews(tx, task_id) : undefined
  const body = news && (await findCommentBody(tx, event.comment_id))
  if (body === undefined) return
  await notify(
    tx,
    {
      ...{ kind: 'mentioned', project_id, task_id, actor_user_id },
      ...{ detail: { excerpt: excerpt(body) }, group_key: `mentioned:${task_id}` },
    },
    { userIds: event.mentioned_ids, correlationId, at: new Date(event.timestamp) },
  )
})

/** A block is news for who can lift it; other moves for who asked, fifty of them in one line. */
const tellAboutStatus = on(taskStatusChanged, async (event, tx) => {
  const { project_id, task_id, actor_user_id, correlation_id: correlationId } = event
  const news = await findTaskNews(tx, task_id)
  if (!news) return
  const at = new Date(event.timestamp)
  const about = { project_id, task_id, actor_user_id }
  if (event.new_status === 'blocked') {
    return notify(
      tx,
      {
        ...{ ...about, kind: 'blocked', detail: { reason: event.blocked_reason } },
        group_key: `blocked:${task_id}`,
      },
      {
        ...{ correlationId, at },
        userIds: present(news.assignee_id, news.manager_id, ...news.watcher_ids),
      },
    )
  }
  await notify(
    tx,
    {
      ...{ ...about, kind: 'status_changed' },
      detail: { from: event.previous_status, to: event.new_status },
      group_key: `status_changed:${project_id}`,
    },
    { userIds: present(news.assignee_id, ...news.watcher_ids), correlationId, at },
  )
})

const tellAboutMilestone = on(projectMilestone, async (event, tx) => {
  if (event.change !== 'moved' && event.change !== 'missed') return
  await notify(
    tx,
    {
      kind: 'milestone_moved',
      project_id: event.project_id,
      milestone_id: event.milestone_id,
      actor_user_id: event.actor_user_id,
      detail: {
        change: event.change,
        from: event.previous_due_date,
        to: event.due_date,
        name: event.name,
      },
      group_key: `milestone_moved:${event.milestone_id}`,
    },
    {
      userIds: await findMilestoneAudience(tx, event.milestone_id),
      correlationId: event.correlation_id,
      at: new Date(event.timestamp),
    },
  )
})

/** What the service's own events mean for people's inboxes. */
export const notificationReactions = [
  tellAssignee,
  tellAboutComment,
  tellNewlyMentioned,
  tellAboutStatus,
  tellAboutMilestone,
]
