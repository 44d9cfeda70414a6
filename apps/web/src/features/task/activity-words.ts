import type { ActivityKind, ActivityView } from '@milepost/api-contracts/discussion'
import type { TaskPriority, TaskStatus } from '@milepost/api-contracts/tasks'
import { formatDay } from '#shared/format/dates.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import { minutesToHours } from './hours.ts'
import { priorityWord, texts } from './texts.ts'

/** What somebody did, after their name. */
export const activityWord: Record<ActivityKind, string> = {
  created: 'created the task',
  updated: 'changed',
  moved: 'moved the card',
  status_changed: 'changed',
  deleted: 'deleted the task',
  restored: 'restored the task',
  commented: 'commented',
  comment_edited: 'edited a comment',
  comment_deleted: 'deleted a comment',
  attached: 'attached',
  detached: 'deleted the file',
}

/** The same as a choice in a filter. */
export const kindWord: Record<ActivityKind, string> = {
  created: 'Created',
  updated: 'Fields changed',
  moved: 'Cards moved',
  status_changed: 'Status changed',
  deleted: 'Deleted',
  restored: 'Restored',
  commented: 'Comments',
  comment_edited: 'Comments edited',
  comment_deleted: 'Comments deleted',
  attached: 'Files attached',
  detached: 'Files deleted',
}

const fieldWords: Record<string, string> = {
  title: texts.title,
  description: texts.description,
  status: texts.status,
  priority: texts.priority,
  assignee_id: texts.assignee,
  parent_task_id: 'Part of',
  milestone_id: 'Milestone',
  category_id: 'Category',
  estimate_minutes: 'Estimate',
  remaining_minutes: 'Remaining',
  start_date: texts.start,
  due_date: texts.due,
  not_before: 'Not before',
  is_pinned: 'Dates pinned',
  completion_percentage: 'Progress',
  labels: texts.labels,
  blocked_reason: texts.blockedBecause,
  dependencies: 'Link',
  relations: 'Link',
  file: 'File',
  skills: 'Skills',
}

export const fieldWord = (field: string) => fieldWords[field] ?? field.replaceAll('_', ' ')

type Value = ActivityView['changes'][number]['before']

/** A field's value as people say it; null for none. */
export function valueWord(field: string, value: Value): string | null {
  if (value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') {
    if (field.endsWith('_minutes')) return `${minutesToHours(value)} h`
    return field === 'completion_percentage' ? `${value}%` : String(value)
  }
  if (field === 'status') return statusWord[value as TaskStatus] ?? value
  if (field === 'priority') return priorityWord[value as TaskPriority] ?? value
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value
}
