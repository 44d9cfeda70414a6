import { plural } from '#shared/format/numbers.ts'

/** Everything the calendars' page says, in one place. */
export const texts = {
  title: 'Calendars',
  which: 'Calendar of',
  organisation: 'The whole organisation',
  teamHint: 'A team takes over the organisation’s calendar; say here only what differs.',
  readOnly: 'Administrators keep this calendar.',
  loading: 'The calendar is loading',
  failed: 'The calendar did not load',

  weekend: 'Weekend',
  weekendHint: 'Nobody is planned on these days.',
  takesOver: 'As the organisation',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],

  days: 'Holidays and working days',
  noDays: 'No holidays yet',
  noDaysHint: 'Add them one by one, or import the file of your country’s public holidays (.ics).',
  kinds: { holiday: 'Holiday', working: 'Working day' },
  day: 'Day',
  kind: 'Kind',
  name: 'Name',
  add: 'Add',
  import: 'Import .ics',
  importLabel: 'Holiday file, .ics',
  imported: (count: number, skipped: number) =>
    `${plural(count, 'holiday')} imported${skipped > 0 ? `, ${plural(skipped, 'event')} left out` : ''}`,
  remove: (name: string) => `Remove ${name}`,
  dayRemoved: (name: string) => `${name} removed`,

  windows: 'Change windows',
  noWindows: 'No freezes or maintenance windows',
  noWindowsHint:
    'In a freeze nothing may be changed: timelines shade it and flag tasks that reach into it. In a maintenance window changes are wanted.',
  windowKinds: { freeze: 'Freeze', maintenance: 'Maintenance' },
  from: 'First day',
  until: 'Last day',
  order: 'It would end before it starts.',
}
