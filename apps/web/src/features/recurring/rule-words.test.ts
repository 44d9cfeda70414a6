import { expect, test } from 'vitest'
import { parseRhythm, rhythmFrom, sayRule, toRule } from './rule-words.ts'

test.each([
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every day from Monday to Friday'],
  ['FREQ=WEEKLY;BYDAY=TU', 'Every week on Tuesday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH,SU', 'Every 2 weeks on Tuesday, Thursday and Sunday'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'Every 3 months on the last Friday'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
  ['FREQ=YEARLY', 'Every year on 20 November'],
])('%s is said “%s” and asked for again as it was', (rule, words) => {
  expect(sayRule(rule, '2026-11-20')).toBe(words)
  const rhythm = parseRhythm(rule)
  expect(rhythm && toRule(rhythm)).toBe(rule)
})

test.each(['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1', 'FREQ=DAILY;COUNT=5', 'FREQ=WEEKLY;BYDAY=XX'])(
  'a rule that the form cannot ask for is shown as it is written: %s',
  (rule) => {
    expect(parseRhythm(rule)).toBeUndefined()
    expect(sayRule(rule, '2026-11-20')).toBe(rule)
  },
)

test('a date suggests its weekday and its place in the month', () => {
  expect(rhythmFrom('2026-12-08')).toMatchObject({ weekdays: [1], place: 2, date: 8 })
  expect(rhythmFrom('2026-11-30')).toMatchObject({ weekdays: [0], place: -1, date: 30 })
})

test('what a rule does not say stays as it was suggested, for when the reader asks for it', () => {
  const suggested = rhythmFrom('2026-12-08')
  expect(parseRhythm('FREQ=WEEKLY;BYDAY=TU', suggested)).toMatchObject({ place: 2, date: 8 })
})
