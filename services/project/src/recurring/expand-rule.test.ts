import { toDate, toDay } from '@milepost/schedule/day-number'
import fc from 'fast-check'
import rrule from 'rrule'
import { expect, test } from 'vitest'
import { expandRule } from './expand-rule.ts'
import { parseRule } from './parse-rule.ts'

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const some = <Value>(value: fc.Arbitrary<Value>) =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 3 }).map((values) => values.join(','))
const placedDay = fc
  .tuple(fc.constantFrom('1', '2', '4', '-1', '-2'), weekday)
  .map((parts) => parts.join(''))

/** All with a place or none: of a mixture the other implementation makes something else than the RFC. */
const placedDays = fc.oneof(some(placedDay), some(weekday))

/** Rules that surely have dates: the other implementation never stops looking for one that has none. */
const rules = fc.oneof(
  fc.record({ FREQ: fc.constant('DAILY'), INTERVAL: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    FREQ: fc.constant('WEEKLY'),
    INTERVAL: fc.integer({ min: 1, max: 9 }),
    BYDAY: some(weekday),
    WKST: fc.constantFrom('MO', 'SU'),
  }),
  fc.record({
    FREQ: fc.constant('MONTHLY'),
    INTERVAL: fc.integer({ min: 1, max: 7 }),
    BYDAY: placedDays,
  }),
  fc.record({
    FREQ: fc.constant('MONTHLY'),
    BYMONTHDAY: some(fc.constantFrom(1, 15, 28, 31, -1, -7)),
  }),
  fc.record({
    FREQ: fc.constant('MONTHLY'),
    BYDAY: fc.constant('MO,TU,WE,TH,FR'),
    BYSETPOS: fc.constantFrom(1, 2, -1),
  }),
  fc.record({
    FREQ: fc.constant('YEARLY'),
    BYMONTH: some(fc.integer({ min: 1, max: 12 })),
    BYDAY: placedDays,
  }),
  fc.record({ FREQ: fc.constant('YEARLY'), BYDAY: placedDays }),
)

test('dates are those that another implementation of RFC 5545 finds', () => {
  const starts = fc.integer({ min: toDay('2020-01-01'), max: toDay('2029-12-31') })
  fc.assert(
    fc.property(rules, starts, (parts, start) => {
      const text = Object.entries(parts)
        .map((part) => part.join('='))
        .join(';')
      const rule = parseRule(text)
      if ('problem' in rule) throw new Error(rule.problem)
      const horizon = start + 1_200
      const at = (day: number) => new Date(`${toDate(day)}T00:00:00Z`)
      const other = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart: at(start) })
      const expected = other.between(at(start), at(horizon), true)
      expect([...expandRule(rule, { start, horizon })].map(toDate)).toEqual(
        expected.map((date) => date.toISOString().slice(0, 10)),
      )
    }),
    { numRuns: 300 },
  )
})
