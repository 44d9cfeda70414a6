import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { durationMinutes, lagMinutes } from './mspdi-values.ts'
import { dateOrderOf, parseDate, parseLink, parseMinutes, parsePercentage } from './parse-values.ts'
import { parsePriority, parseStatus, suggestMapping } from './words.ts'

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T17:00:00', '2026-11-20'],
  ['20.11.2026', '2026-11-20'],
  ['5/6/26', '2026-06-05'],
  ['12/Nov/26 3:41 PM', '2026-11-12'],
  ['12 November 2026', '2026-11-12'],
  ['Nov 12, 2026', '2026-11-12'],
  ['2026-02-30', undefined],
  ['31.04.2026', undefined],
  ['tomorrow', undefined],
  ['45231', undefined],
])('the date %s is %s', (text, date) => {
  expect(parseDate(text)).toBe(date)
})

test('a column’s dates show which of day and month comes first, or do not', () => {
  expect(dateOrderOf(['3/4/2026', '12/25/2026'])).toBe('mdy')
  expect(dateOrderOf(['3/4/2026', '25/12/2026'])).toBe('dmy')
  expect(dateOrderOf(['3/4/2026'])).toBeUndefined()
  expect(parseDate('3/4/2026', 'mdy')).toBe('2026-03-04')
})

test.each([
  ['4', 240],
  ['4,5', 270],
  ['1.25', 75],
  ['2w 1d 4h 30m', 5_550],
  ['3 days', 1_440],
  ['1d 2h', 600],
  ['soon', undefined],
  ['-4', undefined],
  ['', 0],
])('%s of work is %s minutes', (text, minutes) => {
  expect(parseMinutes(text, 'hours')).toBe(minutes)
})

test('a bare number of a Jira file is in seconds', () => {
  expect(parseMinutes('28800', 'seconds')).toBe(480)
})

test.each([
  ['40', 40],
  ['40 %', 40],
  ['0.4', 40],
  ['1', 1],
  ['100%', 100],
  ['140', undefined],
  ['half', undefined],
])('%s is %s per cent', (text, percentage) => {
  expect(parsePercentage(text)).toBe(percentage)
})

test.each([
  ['12', { ref: '12', type: 'FS', lag_minutes: 0 }],
  ['12FS+2d', { ref: '12', type: 'FS', lag_minutes: 960 }],
  ['WAF-3SS-4h', { ref: 'WAF-3', type: 'SS', lag_minutes: -240 }],
  ['7EA', { ref: '7', type: 'FS', lag_minutes: 0 }],
])('the link %s is %o', (text, link) => {
  expect(parseLink(text)).toEqual(link)
})

test('words of other tools are understood, whatever their case and spaces', () => {
  expect([parseStatus('Selected for Development'), parseStatus('WON’T DO')]).toEqual([
    ...['todo', 'cancelled'],
  ])
  expect([parseStatus('In Progress'), parseStatus('closed'), parseStatus('Cancelled')]).toEqual([
    ...['in_progress', 'done', 'cancelled'],
  ])
  expect([parsePriority('Highest'), parsePriority('Minor')]).toEqual(['urgent', 'low'])
})

test('of two columns that mean the same, the first is taken; labels may have several', () => {
  expect(suggestMapping(['Name', 'Summary', 'Labels', 'Labels', 'Story points'])).toEqual([
    ...['title', null, 'labels', 'labels', null],
  ])
})

test.each([
  ['PT16H30M0S', 990],
  ['P1DT0H', 1_440],
  ['PT0H0M0S', 0],
  ['2 days', undefined],
])('the XML duration %s is %s minutes', (text, minutes) => {
  expect(durationMinutes(text)).toBe(minutes)
})

test.each([
  ['9600', '7', 960],
  ['-4800', '5', -480],
  ['14400', '8', 480],
  ['50', '19', undefined],
  ['', '', 0],
])('LinkLag %s in format %s is %s working minutes', (lag, format, minutes) => {
  expect(lagMinutes(lag, format)).toBe(minutes)
})

test('text is read in the encoding it was saved in', () => {
  expect(decodeText(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toBe('A')
  expect(decodeText(Buffer.from('\uFEFFStraße'))).toBe('Straße')
  expect(decodeText(Buffer.from([0x53, 0xdf]))).toBe('Sß')
})
