import { expect, test } from 'vitest'
import { blockedFact } from '#facts/blocked-facts.ts'
import { scheduleFacts } from '#facts/schedule-facts.ts'
import { utilizationFact } from '#facts/utilization-fact.ts'
import { velocityFact } from '#facts/velocity-facts.ts'
import { addDays } from '#facts/working-days.ts'
import { evidenceOf, reportOf, teamAt, today } from '#test/evidence.ts'
import { blockedTasks } from './blocked-tasks.ts'
import { decliningVelocity } from './declining-velocity.ts'
import { scheduleSlippage } from './schedule-slippage.ts'
import { teamUtilization } from './team-utilization.ts'

/** Two tasks a week: the open ones take half as many weeks, to the day. */
const slippageWith = (story: Parameters<typeof evidenceOf>[0]) =>
  scheduleSlippage(scheduleFacts(evidenceOf(story)).slippage)

// 100 working days of baseline that end on the Friday after next.
const start = addDays(today, -126)
const finish = addDays(today, 14)
const baseline = { start: addDays(start, 3), finish }

test.each([
  ['on the baseline finish', 4, { fired: false, value: '0%', severity: 'green' }],
  ['at the limit', 8, { fired: false, value: '10%', severity: 'green' }],
  ['past the limit', 9, { fired: true, value: '13%', severity: 'amber' }],
  ['at twice the limit', 12, { fired: true, value: '20%', severity: 'amber' }],
  ['past twice the limit', 13, { fired: true, value: '23%', severity: 'red' }],
  ['before the baseline finish', 2, { fired: false, value: '−5%', severity: 'green' }],
])('schedule slippage, %s', (_when, open, verdict) => {
  expect(slippageWith({ open, start, finish, baseline })).toMatchObject(verdict)
})

test.each([
  ['without six weeks of history', { weeks: [2, 2, 2, 2, 2] }, /6 full weeks/],
  ['while nothing gets finished', { weeks: [0, 0, 0, 0, 0, 0] }, /No task was finished/],
  ['without a plan', { start: null, finish: null, baseline: null }, /neither a baseline nor/],
  ['without tasks', { open: 0, weeks: [] }, /no tasks/],
])('schedule slippage abstains %s', (_when, story, explanation) => {
  expect(slippageWith(story)).toMatchObject({
    fired: null,
    value: null,
    severity: 'unknown',
    metric: null,
    explanation: expect.stringMatching(explanation),
  })
})

test('schedule slippage without a baseline compares with the planned dates', () => {
  const { slippage } = scheduleFacts(evidenceOf({ open: 9, start, finish, baseline: null }))
  expect(slippage).toMatchObject({ coverage: expect.stringMatching(/planned dates stand in/) })
})

test('work that is all done is judged by the day it was finished', () => {
  const weeks = [2, 2, 2, 2, 2, 2, 0, 0]
  const { forecast } = scheduleFacts(evidenceOf({ open: 0, weeks }))
  expect(forecast).toMatchObject({ p50: '2026-10-28', p85: '2026-10-28' })
})

test.each([
  [0, { fired: false, severity: 'green', value: '0' }],
  [2, { fired: false, severity: 'green', value: '2' }],
  [3, { fired: true, severity: 'amber', value: '3' }],
  [6, { fired: true, severity: 'red', value: '6' }],
])('blocked tasks, %i', (blocked, verdict) => {
  expect(blockedTasks(blockedFact(evidenceOf({ blocked })))).toMatchObject(verdict)
})

test('blocked tasks that have subtasks, or are cancelled or done, do not count', () => {
  const evidence = evidenceOf({ blocked: 3 })
  const [first] = evidence.tasks.filter(({ status }) => status === 'blocked')
  if (first) first.is_leaf = false
  expect(blockedTasks(blockedFact(evidence))).toMatchObject({ fired: false, value: '2' })
})

test('blocked tasks abstains for a project without tasks', () => {
  expect(blockedTasks(blockedFact(evidenceOf({ open: 0, weeks: [] })))).toMatchObject({
    fired: null,
  })
})

const team = { id: '01a20320-9957-702e-a716-0709921a56cf', name: 'Network & Security' }

test.each([
  [90, { fired: false, severity: 'green', value: '90%' }],
  [90.1, { fired: true, severity: 'amber', value: '90.1%' }],
  [101, { fired: true, severity: 'red', value: '101%' }],
])('team utilization at %d%%', (percentage, verdict) => {
  const report = reportOf(teamAt(team, percentage))
  expect(teamUtilization(utilizationFact(report, team.id))).toMatchObject(verdict)
})

test.each([
  ['when timesheets are away', undefined, /could not be read/],
  ['for a team of fewer than five', reportOf(teamAt(team, null)), /fewer than five/],
  [
    'when nobody has a capacity',
    reportOf(teamAt(team, null, { withheld: 'no_capacity' })),
    /Nobody in the team/,
  ],
  ['for a team without timesheets', reportOf(), /no timesheets/],
])('team utilization abstains %s', (_when, report, explanation) => {
  expect(teamUtilization(utilizationFact(report, team.id))).toMatchObject({
    fired: null,
    explanation: expect.stringMatching(explanation),
  })
})

const velocityOf = (weeks: number[]) => decliningVelocity(velocityFact(evidenceOf({ weeks })))

test.each([
  ['steady', [2, 2, 2, 2, 2, 2], { fired: false, value: '0%' }],
  ['rising', [1, 1, 2, 2, 3, 3], { fired: false, value: '+33.3%' }],
  ['falling', [4, 3, 3, 2, 1, 1], { fired: true, value: '−42.9%', severity: 'red' }],
  ['falling a little', [5, 5, 5, 5, 4, 4], { fired: false, value: '−7.1%' }],
  ['falling far enough', [5, 5, 5, 4, 3, 4], { fired: true, severity: 'amber' }],
  // One good week lifts the mean; over the last quarter of the plan, five weeks, it rises.
  ['low, but not falling', [3, 3, 3, 3, 10, 2, 4, 3, 4, 4], { fired: false, value: '−18.5%' }],
])('velocity that is %s', (_how, weeks, verdict) => {
  expect(velocityOf(weeks)).toMatchObject(verdict)
})

test.each([
  ['with five weeks of history', [4, 3, 2, 1, 1], /6 full weeks/],
  ['when nothing was finished for six weeks', [3, 0, 0, 0, 0, 0, 0], /No task was finished/],
])('declining velocity abstains %s', (_when, weeks, explanation) => {
  expect(velocityOf(weeks)).toMatchObject({
    fired: null,
    explanation: expect.stringMatching(explanation),
  })
})

test('weeks before the project began are not history', () => {
  const evidence = evidenceOf({ weeks: [0, 0, 0, 0, 4, 4, 4], start: addDays(today, -21) })
  expect(decliningVelocity(velocityFact(evidence))).toMatchObject({ fired: null })
})
