import type { RiskRule } from '@milepost/api-contracts/risk-rules'
import { expect, test } from 'vitest'
import { computedHealth } from './computed-health.ts'
import type { Finding } from './finding.ts'

const finding = (rule: RiskRule, severity: Finding['severity']): Finding => ({
  rule,
  severity,
  title: rule,
  limit: '',
  explanation: '',
  value: null,
  metric: null,
  fired: severity === 'unknown' ? null : severity !== 'green',
})

type Severities = [
  Finding['severity'],
  Finding['severity'],
  Finding['severity'],
  Finding['severity'],
]

test.each<[string, Severities, string]>([
  ['nothing fires', ['green', 'green', 'green', 'green'], 'green'],
  ['others abstain', ['green', 'green', 'unknown', 'unknown'], 'green'],
  ['it is late', ['amber', 'green', 'green', 'green'], 'amber'],
  ['it is blocked', ['green', 'red', 'green', 'green'], 'amber'],
  ['it slows down', ['green', 'green', 'red', 'green'], 'amber'],
  ['its team is full', ['green', 'green', 'green', 'red'], 'amber'],
  ['it is late, slower, and its team is full', ['amber', 'green', 'red', 'amber'], 'amber'],
  ['it is late and blocked', ['amber', 'amber', 'green', 'green'], 'red'],
  ['it is very late', ['red', 'green', 'green', 'green'], 'red'],
  ['its finish is unknown', ['unknown', 'green', 'green', 'green'], 'unknown'],
  ['its finish is unknown and it is blocked', ['unknown', 'amber', 'green', 'green'], 'amber'],
  ['every rule abstains', ['unknown', 'unknown', 'unknown', 'unknown'], 'unknown'],
])('when %s', (_what, [slippage, blocked, velocity, utilization], health) => {
  expect(
    computedHealth([
      finding('schedule_slippage', slippage),
      finding('blocked_tasks', blocked),
      finding('declining_velocity', velocity),
      finding('team_utilization', utilization),
    ]),
  ).toBe(health)
})
