import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import { type EvidenceTask, factTask, leavesOf, openOf } from './evidence.ts'
import type { Measured, Measurement } from './fact.ts'
import { snapshotHistory } from './snapshot-history.ts'
import { countText, numberText } from './text.ts'
import { fullDays } from './working-days.ts'

export const blockedLimit = 2

/** What is true of a value beyond the limit, or of one within it. */
export const blockedLimitOf = (exceeded: boolean) => ({
  text: exceeded ? `more than ${blockedLimit}` : `at most ${blockedLimit}`,
  exceeded,
})

/** Open work that cannot go on, longest blocked first, with the full days it has been. */
function blockedTasks(evidence: ProjectEvidence): { task: EvidenceTask; days: number }[] {
  return openOf(evidence)
    .filter(({ status }) => status === 'blocked')
    .map((task) => ({
      task,
      days: task.blocked_since ? Math.max(fullDays(task.blocked_since, evidence.as_of), 0) : 0,
    }))
    .sort((a, b) => b.days - a.days)
}

/** How many tasks are blocked. */
export function blockedFact(evidence: ProjectEvidence): Measured<Measurement & { value: number }> {
  if (leavesOf(evidence).length === 0) return { abstains: 'The project has no tasks.' }
  const blocked = blockedTasks(evidence)
  return {
    metric: 'blocked',
    label: 'Blocked tasks',
    text: numberText(blocked.length),
    value: blocked.length,
    unit: 'count',
    method: 'Open tasks without subtasks whose status is blocked.',
    operands: [
      { label: 'Open tasks', value: numberText(openOf(evidence).length) },
      { label: 'Blocked', value: numberText(blocked.length) },
    ],
    limit: blockedLimitOf(blocked.length > blockedLimit),
    history: snapshotHistory(evidence, 'blocked_count'),
    tasks: blocked.map(({ task, days }) => factTask(evidence, task, `blocked ${days} d`)),
  }
}

/** For how long the oldest blocked task has been; undefined when none is. */
export function oldestBlockedFact(evidence: ProjectEvidence): Measurement | undefined {
  const [oldest] = blockedTasks(evidence)
  if (!oldest) return undefined
  const { task, days } = oldest
  return {
    metric: 'oldest_blocked',
    label: 'Oldest block',
    text: countText(days, 'day'),
    value: days,
    unit: 'days',
    method: 'Full days since the task that has been blocked longest was blocked.',
    operands: [
      { label: 'Reason', value: task.blocked_reason || 'none was given' },
      { label: 'Blocked for', value: countText(days, 'day') },
    ],
    names: task.blocked_reason ? [task.blocked_reason] : [],
    tasks: [factTask(evidence, task, `blocked ${days} d`)],
  }
}
