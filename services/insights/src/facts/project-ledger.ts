import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Health } from '@milepost/api-contracts/projects'
import type { Forecast } from '@milepost/api-contracts/risk-rules'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { blockedTasks } from '#rules/blocked-tasks.ts'
import { computedHealth } from '#rules/computed-health.ts'
import { decliningVelocity } from '#rules/declining-velocity.ts'
import type { Finding } from '#rules/finding.ts'
import { scheduleSlippage } from '#rules/schedule-slippage.ts'
import { teamUtilization } from '#rules/team-utilization.ts'
import { blockedFact, oldestBlockedFact } from './blocked-facts.ts'
import { factOf, isMeasured, type LedgerFact, type Measured, type Measurement } from './fact.ts'
import { type ComputedSince, computedFact, declaredFact, disagreementFact } from './health-facts.ts'
import { achievedFact, nextMilestoneFact } from './milestone-facts.ts'
import { completionFact, openFact, overdueFact, plannedFact } from './progress-facts.ts'
import { scheduleFacts } from './schedule-facts.ts'
import { utilizationFact } from './utilization-fact.ts'
import { historyFact, throughputFact, velocityFact } from './velocity-facts.ts'

export interface ProjectInput {
  evidence: ProjectEvidence
  /** Undefined when the timesheets did not answer. */
  utilization: UtilizationReport | undefined
  computedSince: ComputedSince | undefined
}

/** Everything code knows of one project before a sentence is written. */
export interface ProjectLedger {
  evidence: ProjectEvidence
  forecast: Forecast
  findings: Finding[]
  computed_health: Health
  facts: ProjectFacts
}

const factNames = [
  'completion',
  'planned',
  'likely_finish',
  'late_finish',
  'days_late',
  'slippage',
  'blocked',
  'oldest_blocked',
  'open',
  'overdue',
  'history',
  'throughput',
  'velocity',
  'utilization',
  'declared_health',
  'computed_health',
  'disagreement',
  'milestones_achieved',
  'next_milestone',
] as const
export type FactName = (typeof factNames)[number]

/** Absent means that it cannot be measured. */
export type ProjectFacts = Partial<Record<FactName, LedgerFact>>

/** Computes the facts and the verdicts. Pure: the same input gives the same ledger. */
export function projectLedger(
  { evidence, utilization, computedSince }: ProjectInput,
  { tasksMax }: { tasksMax: number },
): ProjectLedger {
  const schedule = scheduleFacts(evidence)
  const blocked = blockedFact(evidence)
  const velocity = velocityFact(evidence)
  const worked = utilizationFact(utilization, evidence.project.team.id)
  const findings = [
    scheduleSlippage(schedule.slippage),
    blockedTasks(blocked),
    decliningVelocity(velocity),
    teamUtilization(worked),
  ]
  const health = computedHealth(findings)
  const facts = placeFacts(evidence, tasksMax, {
    completion: completionFact(evidence),
    planned: plannedFact(evidence),
    likely_finish: schedule.likelyFinish,
    late_finish: schedule.lateFinish,
    days_late: schedule.daysLate,
    slippage: measured(schedule.slippage),
    blocked: measured(blocked),
    oldest_blocked: oldestBlockedFact(evidence),
    open: openFact(evidence),
    overdue: overdueFact(evidence),
    history: historyFact(evidence),
    throughput: throughputFact(evidence),
    velocity: measured(velocity),
    utilization: measured(worked),
    declared_health: declaredFact(evidence),
    computed_health: computedFact(health, findings),
    disagreement: disagreementFact(evidence, health, computedSince),
    milestones_achieved: achievedFact(evidence),
    next_milestone: nextMilestoneFact(evidence),
  })
  return { evidence, forecast: schedule.forecast, findings, computed_health: health, facts }
}

const measured = <Value extends Measurement>(value: Measured<Value>): Value | undefined =>
  isMeasured(value) ? value : undefined

function placeFacts(
  { project, as_of }: ProjectEvidence,
  tasksMax: number,
  measurements: Record<FactName, Measurement | undefined>,
): ProjectFacts {
  const scope = { key: project.key, project_id: project.id, team_id: null, as_of, tasksMax }
  const facts: ProjectFacts = {}
  for (const name of factNames) {
    const measurement = measurements[name]
    if (measurement) facts[name] = factOf(scope, measurement)
  }
  return facts
}
