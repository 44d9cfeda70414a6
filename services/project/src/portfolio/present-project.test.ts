import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import { expect, test } from 'vitest'
import { now } from '#test/harness.ts'
import {
  disagreementDays,
  healthOf,
  presentPortfolioProject,
  worstFirst,
} from './present-project.ts'
import type { OverviewProject } from './queries.ts'

const row = (overrides: Partial<OverviewProject> = {}): OverviewProject => ({
  ...{ id: 'id', key: 'KEY', name: 'Tape library', status: 'active', manager: null },
  ...{ team: { id: 'team', name: 'Storage' }, completion_percentage: 20, health_note: '' },
  ...{ declared_health: 'green', declared_since: '2026-11-01 08:00:00+00' },
  ...{ computed_health: 'red', computed_since: '2026-11-10 08:00:00+00' },
  ...{ computed_at: '2026-11-18 08:00:00+00', rules: [], forecast: null },
  ...{ start_date: null, finish_date: null, baseline_finish_date: null, completed_on: null },
  ...{ task_count: 1, done_count: 0, blocked_count: 0, blocked_since: null, overdue_count: 0 },
  ...{ finished_by_week: null, finished: null, newly_blocked: null },
  ...{ next_milestone: null, week_ago: null },
  ...overrides,
})

test('health is the computed one, and the declared where the rules have nothing to say', () => {
  expect(healthOf(row())).toBe('red')
  expect(healthOf(row({ computed_health: 'unknown' }))).toBe('green')
  expect(healthOf(row({ computed_health: null }))).toBe('green')
})

test.each<[string, Partial<OverviewProject>, number | null]>([
  ['counts from the later of the two', {}, 8],
  [
    'counts from the declaration when that came later',
    { declared_since: '2026-11-16 09:00:00+00' },
    2,
  ],
  ['counts full days only', { computed_since: '2026-11-17 12:00:00+00' }, 0],
  ['is nothing while they agree', { declared_health: 'red' }, null],
  ['is nothing while nobody declared', { declared_health: 'unknown' }, null],
  ['is nothing while the rules abstain', { computed_health: 'unknown' }, null],
  [
    'is nothing before the rules ever looked',
    { computed_health: null, computed_since: null },
    null,
  ],
])('disagreement %s', (_what, overrides, days) => {
  expect(disagreementDays(row(overrides), now)).toBe(days)
})

test('the last twelve weeks are all there, those without a finished task too', () => {
  const finished_by_week = { '2026-11-16': 3, '2026-11-02': 1, '2026-08-31': 2 }
  const { weekly_done } = presentPortfolioProject(row({ finished_by_week }), now)
  expect(weekly_done).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3])
})

test('rules that fired come first, in the order they have', () => {
  const rule = (name: string, fired: boolean | null) => ({
    ...{ rule: name as 'blocked_tasks', fired, value: null, limit: '', explanation: '' },
  })
  const rules = [rule('a', false), rule('b', true), rule('c', null), rule('d', true)]
  const presented = presentPortfolioProject(row({ rules }), now)
  expect(presented.rules.map(({ rule }) => rule)).toEqual(['b', 'd', 'a', 'c'])
})

test('the worst comes first: active before others, then health, then lateness, then the name', () => {
  const project = (name: string, overrides: Partial<OverviewProject>): PortfolioProject =>
    presentPortfolioProject(row({ name, ...overrides }), now)
  const late = (working_days_late: number | null) => ({
    forecast: {
      ...{ p50: '2027-01-01', p85: '2027-02-01', reference_date: null },
      ...{ reference: 'plan' as const, working_days_late },
    },
  })
  const inOrder = [
    project('latest', { computed_health: 'red', ...late(20) }),
    project('late', { computed_health: 'red', ...late(3) }),
    project('a name', { computed_health: 'red', ...late(null) }),
    project('b name', { computed_health: 'red' }),
    project('amber', { computed_health: 'amber', ...late(90) }),
    project('nobody knows', { computed_health: null, declared_health: 'unknown' }),
    project('green', { computed_health: 'green' }),
    project('finished', { computed_health: 'red', status: 'completed' }),
  ]
  expect(
    inOrder
      .toReversed()
      .sort(worstFirst)
      .map(({ name }) => name),
  ).toEqual(inOrder.map(({ name }) => name))
})
