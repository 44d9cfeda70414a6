import { expect, test } from 'vitest'
import { datesUntil, nextDate, refuseRule } from './rule.ts'

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31;UNTIL=20301231',
])('%s is a rule', (rule) => {
  expect(refuseRule(rule)).toBeUndefined()
})

test.each([
  'every Tuesday',
  'FREQ=HOURLY',
  'FREQ=SECONDLY;COUNT=5',
  'BYDAY=TU',
  'FREQ=DAILY;BYHOUR=3',
  'FREQ=DAILY;DTSTART=20260101T000000Z',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;COUNT=10000',
  'FREQ=DAILY;COUNT=5;UNTIL=20301231',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=2TU',
  'FREQ=WEEKLY;__proto__=1',
  'FREQ=DAILY\nRRULE:FREQ=SECONDLY',
])('%s is no rule', (rule) => {
  expect(refuseRule(rule)).toBeTypeOf('string')
})

const from = (rule: string, day: string, starts_on = '2026-01-01') =>
  nextDate({ rule, starts_on }, day)

test.each([
  ['FREQ=MONTHLY;BYDAY=2TU', '2026-11-18', '2026-12-08'],
  ['FREQ=MONTHLY;BYDAY=2TU', '2026-12-08', '2026-12-08'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-02-01', '2027-02-28'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-11-01', '2026-12-31'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-01', '2026-11-30'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-11-01', '2028-02-29'],
])('%s from %s comes on %s', (rule, day, next) => {
  expect(from(rule, day)).toBe(next)
})

test('every other week counts from the start', () => {
  expect(from('FREQ=WEEKLY;INTERVAL=2', '2026-11-18', '2026-11-03')).toBe('2026-12-01')
})

test('a rule ends with its last date, and one without any is found out quickly', () => {
  expect(from('FREQ=DAILY;COUNT=3', '2026-01-03')).toBe('2026-01-03')
  expect(from('FREQ=DAILY;COUNT=3', '2026-01-04')).toBeNull()
  expect(from('FREQ=DAILY;UNTIL=20260110', '2026-01-11')).toBeNull()
  const started = performance.now()
  expect(from('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-11-18')).toBeNull()
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('dates come in parts when there are many', () => {
  const series = { rule: 'FREQ=DAILY', starts_on: '2026-11-01' }
  const days = { from: '2026-11-01', until: '2026-11-30', max: 3 }
  expect(datesUntil(series, days)).toEqual({
    dates: ['2026-11-01', '2026-11-02', '2026-11-03'],
    next: '2026-11-04',
  })
})
