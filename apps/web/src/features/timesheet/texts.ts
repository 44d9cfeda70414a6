import type { WeekStatus, WeekSummaryView } from '@milepost/api-contracts/timesheets'
import { formatDay, localDate } from '#shared/format/dates.ts'
import { formatClock } from '#shared/format/numbers.ts'

/** Everything the timesheet says, in one place. */
export const texts = {
  title: 'My week',
  week: (number: number, range: string) => `Week ${number}, ${range}`,
  before: 'Week before',
  after: 'Week after',
  thisWeek: 'This week',
  task: 'Task',
  total: 'Total',
  noProject: 'No project',
  perDay: 'Per day',
  againstCapacity: 'against capacity',
  of: (minutes: number) => `of ${formatClock(minutes)}`,
  cell: (subject: string, day: string) => `${subject}, ${day}`,
  badDuration: 'Write hours like 1:30, 1.5 or 90m, at most 24:00.',
  several: (count: number) => `${count} entries of one day; they were logged one by one.`,
  lockedDay: 'Locked: the week is handed in.',
  addTask: 'Add a task',
  addActivity: 'Add an activity',
  activityHint: 'For time that belongs to no task: meetings, on-call, training.',
  project: 'Project',
  chooseProject: 'Choose a project',
  chooseTask: 'Choose a task',
  noTasks: 'This project has no open tasks.',
  activity: 'Activity',
  add: 'Add',
  cancel: 'Cancel',
  entered: (minutes: number, capacity: number | null) =>
    capacity === null
      ? `${formatClock(minutes)} entered`
      : `${formatClock(minutes)} of ${formatClock(capacity)} entered`,
  submit: 'Submit week',
  submitting: 'Submitting…',
  submitted: (week: number) => `Week ${week} is submitted.`,
  saving: 'Saving…',
  saved: (time: string) => `Saved ${time}`,
  earlier: 'Earlier weeks',
  noEarlier: 'Nothing was logged in the four weeks before.',
  ofWeek: (number: number) => `Week ${number}`,
  noSuchWeek: 'There is no such week',
  noSuchWeekHint: 'Its year has fewer weeks, or the address is wrong.',
  completed: 'Tasks completed',
  capacity: 'Capacity',
  left: 'Still to enter',
  noCapacity: 'not set',
  lockNote: 'A handed-in week is locked until it is decided.',
  failed: 'Your week did not load',
  loading: 'Loading your week',
  nothing: 'Nothing to log on yet',
  nothingHint:
    'Tasks assigned to you appear here by themselves. Add any other task of your teams, or an activity.',
}

export const statusTexts: Record<WeekStatus, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  approved: 'Approved',
  rejected: 'Returned',
}

/** "Approved 9 Nov, revision 2". */
export function describeWeek(week: WeekSummaryView): string {
  const moment = week.decided_at ?? week.submitted_at
  const day = moment === null ? '' : ` ${formatDay(localDate(new Date(moment)))}`
  const by =
    week.status === 'approved' || week.decided_by === null
      ? ''
      : ` by ${week.decided_by.display_name}`
  const revision = week.revision > 1 ? `, revision ${week.revision}` : ''
  return `${statusTexts[week.status]}${week.status === 'draft' ? '' : day}${by}${revision}`
}
