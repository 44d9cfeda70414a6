import type { TaskPriority } from '@milepost/api-contracts/tasks'

/** Everything the task panel says, in one place. */
export const texts = {
  panel: 'Task',
  close: 'Close, Esc',
  loading: 'Loading the task',
  failed: 'The task did not load',
  gone: 'This task is gone',
  goneHint: 'It was deleted, or it is not yours to see.',
  title: 'Title',
  description: 'Description',
  noDescription: 'No description.',
  status: 'Status',
  assignee: 'Assignee',
  nobody: 'Nobody',
  priority: 'Priority',
  start: 'Start',
  due: 'Due',
  estimate: 'Estimate, hours',
  remaining: 'Remaining, hours',
  progress: 'Progress, %',
  blockedBecause: 'Blocked because',
  none: '–',
  subtasks: 'Subtasks',
  labels: 'Labels',
  comments: 'Comments',
  noComments: 'Nobody has commented yet.',
  comment: 'Comment',
  send: 'Comment',
  changedMeanwhile:
    'Somebody changed this task meanwhile. This is how it stands now; change it again.',
  delete: 'Delete task',
  deleteTitle: 'Delete this task?',
  deleteHint: 'It leaves the board, the progress and every list. Time that was logged on it stays.',
  deleteIt: 'Delete',
  keep: 'Keep it',
  deleted: 'deleted',
}

export const priorityWord: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}
