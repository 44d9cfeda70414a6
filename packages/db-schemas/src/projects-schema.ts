import { customType, pgSchema } from 'drizzle-orm/pg-core'

export const projectsSchema = pgSchema('projects')

/** drizzle-kit quotes the name, so it cannot say `public.ltree`: the extension lives in `public`. */
export const ltree = customType<{ data: string }>({ dataType: () => 'ltree' })

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const projectStatus = projectsSchema.enum('project_status', [
  'planning',
  'active',
  'on_hold',
  'completed',
  'cancelled',
])

export const health = projectsSchema.enum('health', ['green', 'amber', 'red', 'unknown'])

export const taskStatus = projectsSchema.enum('task_status', [
  'backlog',
  'todo',
  'in_progress',
  'in_review',
  'blocked',
  'done',
  'cancelled',
])

export const taskPriority = projectsSchema.enum('task_priority', [
  'urgent',
  'high',
  'medium',
  'low',
])

export const milestoneStatus = projectsSchema.enum('milestone_status', [
  'upcoming',
  'achieved',
  'missed',
])

export const dependencyType = projectsSchema.enum('dependency_type', ['FS', 'SS', 'FF', 'SF'])

/** `off` and `warn` move nothing, `push` moves what is in conflict, `strict` keeps everything as early as it can be. */
export const schedulingMode = projectsSchema.enum('scheduling_mode', [
  'off',
  'warn',
  'push',
  'strict',
])

export const relationKind = projectsSchema.enum('relation_kind', ['relates', 'duplicates'])

export const notificationKind = projectsSchema.enum('notification_kind', [
  'assigned',
  'mentioned',
  'commented',
  'blocked',
  'status_changed',
  'due_soon',
  'milestone_moved',
  'week_decided',
])
