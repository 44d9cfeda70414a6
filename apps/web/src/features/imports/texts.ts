import type { ImportField, ImportKind } from '@milepost/api-contracts/imports'
import { plural } from '#shared/format/numbers.ts'

export const kindWords: Record<ImportKind, string> = {
  csv: 'CSV table',
  xlsx: 'Excel workbook',
  mspdi: 'Microsoft Project XML',
  jira: 'Jira export (CSV)',
  json: 'Milepost project (JSON)',
}

export const fieldWords: Record<ImportField, string> = {
  external_key: 'Key',
  title: 'Title',
  parent: 'Parent task',
  wbs: 'WBS number',
  outline_level: 'Outline level',
  description: 'Description',
  status: 'Status',
  priority: 'Priority',
  assignee: 'Assignee',
  category: 'Category',
  milestone: 'Milestone',
  labels: 'Labels',
  start_date: 'Start',
  due_date: 'Due',
  not_before: 'Not before',
  estimate: 'Estimate',
  remaining: 'Remaining work',
  completion_percentage: 'Progress, %',
  completed_on: 'Finished on',
  blocked_reason: 'Blocked because',
  predecessors: 'Waits for',
  blocks: 'Is waited for by',
}

export const outcomeWords = { new: 'New', changed: 'Changes', unchanged: 'Stays' } as const

export const texts = {
  title: 'Import tasks',
  file: 'File',
  choose: 'Choose a file',
  chooseAnother: 'Choose another file',
  fileLabel: 'File to import',
  dropTitle: 'Bring a plan from elsewhere',
  drop: 'CSV, Excel, Microsoft Project XML, a Jira export, or a Milepost project. At most 10 MB and 10,000 tasks. You see what it becomes before anything is written.',
  kind: 'Read it as',
  tooLarge: 'The file is larger than 10 MB.',
  reading: 'Reading the file…',
  failed: 'The file was not read',
  columns: 'Columns',
  columnsNote: 'What each of them says',
  column: 'Column of the file',
  samples: 'For example',
  means: 'Becomes',
  nothing: '— left out —',
  meansOf: (name: string) => `What “${name}” becomes`,
  losses: 'What will be lost',
  lossesNone: 'Nothing that the file says is lost.',
  times: (count: number) => `${count.toLocaleString('en-GB')} ×`,
  errors: 'What is wrong',
  errorsHint:
    'Nothing can be imported before this is right: in the file, or by leaving a column out.',
  line: (line: number) => `Line ${line}`,
  tasks: 'Tasks',
  firstOf: (shown: number, total: number) =>
    `the first ${shown} of ${total.toLocaleString('en-GB')}`,
  milestones: 'Milestones',
  undoHint: 'One undo takes tasks and their changes back; milestones and baselines stay.',
  cancel: 'Cancel',
  importing: 'Importing…',
  importButton: (count: number) => (count > 0 ? `Import ${plural(count, 'task')}` : 'Import'),
  notYours: 'Managers of this team and administrators import into this project.',
  nothingNew: 'The project is already as the file says.',
  imported: (made: number, changed: number) =>
    [
      ...(made > 0 ? [`${plural(made, 'task')} imported`] : []),
      ...(changed > 0 ? [`${plural(changed, 'task')} changed`] : []),
    ].join(', ') || 'Imported',
  undone: 'The import was taken back.',
  taskColumns: {
    title: 'Task',
    status: 'Status',
    assignee: 'Assignee',
    dates: 'Dates',
    estimate: 'Estimate',
    outcome: 'Effect',
  },
  export: 'Export the project',
  exportHint:
    'The plan: tasks, links, milestones and baselines. Comments, attached files and booked hours stay here.',
  exportReader: 'Estimates and remaining work are left out for your role.',
  format: 'Format',
  download: 'Download',
  downloading: 'Preparing…',
} as const

export const formatWords = {
  json: 'Milepost project (JSON) — imports back as it is',
  mspdi: 'Microsoft Project XML — imports back as it is',
  xlsx: 'Excel workbook',
  csv: 'CSV table',
} as const
