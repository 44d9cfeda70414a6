import type { MyWork } from '@milepost/api-contracts/list'

export type SectionName = Exclude<keyof MyWork, 'today' | 'week'>

/** Everything "My work" says, in one place. */
export const texts = {
  title: 'My work',
  loading: 'Loading your work',
  failed: 'Your work did not load',
  empty: 'Nothing is waiting for you',
  emptyHint: 'Open tasks that are assigned to you are listed here, what is late first.',
  week: 'My week',
  more: (count: number) => `and ${count} more`,
  due: 'Due',
  late: (days: string) => `${days} late`,
  timesheet: {
    draft: 'This week is not submitted yet.',
    submitted: 'This week is submitted.',
    approved: 'This week is approved.',
    rejected: 'This week was returned to you.',
  },
  toTimesheet: 'Open my week',
}

/** In the order in which they need their reader. */
export const sectionWord: Record<SectionName, string> = {
  blocked: 'Blocked',
  overdue: 'Overdue',
  this_week: 'This week',
  recently_assigned: 'New to you',
  later: 'Later',
}
