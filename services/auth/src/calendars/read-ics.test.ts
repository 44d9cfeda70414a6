import { expect, test } from 'vitest'
import { readIcs } from './read-ics.ts'

const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:1@example', ...lines, 'END:VEVENT'].join('\r\n')
const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n')
const read = (...events: string[]) => readIcs(file(...events), '2026-11-18')

test('a day is a holiday under its name, and a closure of several days each of them', () => {
  const result = read(
    event('SUMMARY:Boxing Day', 'DTSTART;VALUE=DATE:20261226', 'DTEND;VALUE=DATE:20261227'),
    event('SUMMARY:Works closed', 'DTSTART;VALUE=DATE:20261229', 'DTEND;VALUE=DATE:20270101'),
    event('SUMMARY:New Year\\, observed', 'DTSTART;VALUE=DATE:20270101'),
  )
  expect(result).toEqual({
    holidays: [
      { day: '2026-12-26', name: 'Boxing Day' },
      { day: '2026-12-29', name: 'Works closed' },
      { day: '2026-12-30', name: 'Works closed' },
      { day: '2026-12-31', name: 'Works closed' },
      { day: '2027-01-01', name: 'New Year, observed' },
    ],
    skipped: 0,
  })
})

test('what comes back every year is written down for this year and three more, exceptions left out', () => {
  const { holidays } = read(
    event(
      ...['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20101225', 'RRULE:FREQ=YEARLY'],
      'EXDATE;VALUE=DATE:20281225',
    ),
    event(
      ...['SUMMARY:Early May', 'DTSTART;VALUE=DATE:20200504'],
      'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO',
    ),
  )
  expect(holidays.map(({ day }) => day)).toEqual([
    ...['2026-05-04', '2026-12-25', '2027-05-03', '2027-12-25', '2028-05-01', '2029-05-07'],
    '2029-12-25',
  ])
})

test('what is at a time of day, cancelled, endless or long past is no holiday, and is counted', () => {
  expect(
    read(
      event('SUMMARY:Stand-up', 'DTSTART:20261118T090000Z', 'DTEND:20261118T091500Z'),
      event('SUMMARY:Cancelled', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20261224'),
      event('SUMMARY:Sabbatical', 'DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20271201'),
      event('SUMMARY:Jubilee', 'DTSTART;VALUE=DATE:20220602'),
    ),
  ).toEqual({ holidays: [], skipped: 4 })
})

test.each([
  ['a date that never comes', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ['every second', 'RRULE:FREQ=SECONDLY'],
  ['every day', 'RRULE:FREQ=DAILY'],
])('a rule of %s takes no time worth noticing', (_, rule) => {
  const started = performance.now()
  read(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260101', rule))
  expect(performance.now() - started).toBeLessThan(1_000)
})

test.each(['', 'BEGIN:VCALENDAR', 'hello', 'BEGIN:VCARD\r\nEND:VCARD', '{"ics":1}'])(
  'what is no calendar is refused: %j',
  (ics) => {
    expect(() => readIcs(ics, '2026-11-18')).toThrow('does not match')
  },
)
