import type { TeamUtilization, UtilizationReport } from '@milepost/api-contracts/timesheets'
import { expect, test } from 'vitest'
import { asOf, fact, overview, project, uuid } from '#test/portfolio.ts'
import { attentionOf } from './attention.ts'
import { countEvidence } from './count-evidence.ts'
import { completionEvidence, healthEvidence, utilizationEvidence } from './evidence.ts'
import { firedRules } from './HealthCell.tsx'
import { byShare } from './TeamUtilization.tsx'

const slipping = project({
  name: 'Tape Library',
  computed_health: 'red',
  health: 'red',
  rules: [
    {
      rule: 'schedule_slippage',
      fired: true,
      value: '16.9%',
      limit: 'over 10%',
      explanation: 'It will likely finish 20 working days late.',
    },
    {
      rule: 'declining_velocity',
      fired: null,
      value: null,
      limit: '15% under the trailing mean',
      explanation: 'There are only 4 weeks of history.',
    },
  ],
})

test('the tasks of an insight stand behind a column’s number only while both say the same', () => {
  expect(completionEvidence(project(), asOf, [fact()]).tasks).toHaveLength(1)
  expect(completionEvidence(project(), asOf, [fact({ text: '64%' })]).tasks).toEqual([])
  expect(completionEvidence(project({ id: uuid(9) }), asOf, [fact()]).tasks).toEqual([])
})

test('computed health names the rule that fired, and one that abstains is no zero', () => {
  expect(firedRules(slipping)).toBe('Schedule slippage 16.9%, over 10%')
  const { method, operands } = healthEvidence(slipping, asOf)
  expect(method).toBe('It will likely finish 20 working days late.')
  expect(operands.map(({ value }) => value)).toEqual(['16.9%, fired', 'not enough to go by', 'Red'])
})

test('a project the rules have not looked at says so', () => {
  expect(firedRules(project({ computed_at: null }))).toBe('not computed yet')
  expect(healthEvidence(project(), asOf).method).toMatch(/have not looked/)
})

test('a count opens the projects it is made of, and what it was a week ago', () => {
  const counted = overview({
    projects: [slipping, project()],
    counts: { ...overview().counts, at_risk: { value: 1, change: 1 } },
  })
  const evidence = countEvidence(counted, 'at_risk')
  expect(evidence.method).toMatch(/Seven days ago there were 0\.$/)
  expect(evidence.operands).toEqual([
    { label: 'Tape Library', value: 'Red' },
    { label: 'Together', value: '1' },
  ])
})

test('without an insight the rules of the overview say what needs attention', () => {
  const items = attentionOf(overview({ projects: [slipping, project()] }), null)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    severity: 'red',
    subject: 'Tape Library',
    parts: [{ text: 'slips 16.9%, over 10%' }],
    hint: 'Ask Priya Raman',
  })
})

const team = (name: string, share: number | null): TeamUtilization => ({
  team: { id: uuid(name.length), name },
  people: 5,
  utilization_percentage: share,
  minutes: share === null ? null : 9400,
  capacity_minutes: share === null ? null : 10_000,
  unapproved_minutes: share === null ? null : 870,
  people_without_capacity: 0,
  withheld: share === null ? 'under_five_people' : null,
})

test('teams that are not shown come last, never as an empty team', () => {
  expect(
    byShare([team('Tiny', null), team('Idle', 0), team('Busy', 94)]).map((t) => t.team.name),
  ).toEqual(['Busy', 'Idle', 'Tiny'])
})

test('utilization shows its hours and what of them is not approved', () => {
  const report: UtilizationReport = {
    from: '2026-10-19',
    until: '2026-11-16',
    limit_percentage: 90,
    teams: [],
  }
  expect(utilizationEvidence(team('Busy', 94), report, asOf)).toMatchObject({
    text: '94%',
    limit: { text: 'limit 90%', exceeded: true },
    operands: [
      { value: '156.7 h' },
      { label: 'Of these not approved yet', value: '14.5 h' },
      { value: '166.7 h' },
      { value: '94%' },
    ],
  })
})
