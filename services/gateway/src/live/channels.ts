import type { LiveEvent } from './live-event.ts'

/** One event on one channel. */
export interface Delivery {
  channel: string
  /** Only for those who may see every one of these projects. */
  project_ids: readonly string[]
}

const projectChannel = (id: string): string => `project:${id}`
export const userChannel = (id: string): string => `user:${id}`
export const portfolioChannel = 'portfolio'

type Routing = (event: LiveEvent) => Delivery[]

/** The fields of a task that its project's completion is computed from. */
const weighing = [
  'completion_percentage',
  'estimate_minutes',
  'parent_task_id',
  'remaining_minutes',
]

const toProject: Routing = ({ project_id }) =>
  project_id ? [{ channel: projectChannel(project_id), project_ids: [project_id] }] : []

const toPortfolio: Routing = ({ project_id }) =>
  project_id ? [{ channel: portfolioChannel, project_ids: [project_id] }] : []

const toProjectAndPortfolio: Routing = (event) => [...toProject(event), ...toPortfolio(event)]

const toUser: Routing = ({ user_id }) =>
  user_id ? [{ channel: userChannel(user_id), project_ids: [] }] : []

/** Which channels an event belongs to. What is not listed stays between the services. */
const routings: Record<string, Routing> = {
  'project.created': toProjectAndPortfolio,
  'project.updated': toProjectAndPortfolio,
  'project.deleted': toProjectAndPortfolio,
  'project.milestone': toProjectAndPortfolio,

  'board.changed': toProject,

  'task.created': toProjectAndPortfolio,
  'task.updated': (event) =>
    event.changed_fields?.some((field) => weighing.includes(field))
      ? toProjectAndPortfolio(event)
      : toProject(event),
  'task.deleted': toProjectAndPortfolio,
  'task.moved': toProject,
  'task.status_changed': toProjectAndPortfolio,
  'task.completed': toProject,
  'comment.created': toProject,
  'comment.updated': toProject,
  'attachment.added': toProject,
  'attachment.removed': toProject,
  'user.assigned': (event) => [
    ...toProject(event),
    ...[event.assignee_id, event.previous_assignee_id].flatMap((id) =>
      id ? [{ channel: userChannel(id), project_ids: [] }] : [],
    ),
  ],

  // About several projects at once, so only for those who may see all of them.
  'insight.generated': ({ project_id, scope_project_ids = [] }) => {
    const project_ids = project_id ? [...scope_project_ids, project_id] : scope_project_ids
    const channels = project_id
      ? [projectChannel(project_id), portfolioChannel]
      : [portfolioChannel]
    return channels.map((channel) => ({ channel, project_ids }))
  },

  'timesheet.submitted': toUser,
  'timesheet.approved': toUser,
  'timesheet.rejected': toUser,
  'timesheet.reopened': toUser,

  'notification.added': toUser,

  'user.updated': toUser,
  'user.deactivated': toUser,
  'user.access_changed': toUser,
  'team.membership_changed': toUser,
}

/** Where an event goes: a pure table, and nothing else decides it. */
export const deliveriesOf = (event: LiveEvent): Delivery[] =>
  routings[event.event_type]?.(event) ?? []
