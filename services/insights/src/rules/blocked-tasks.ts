import { blockedLimit, blockedLimitOf } from '#facts/blocked-facts.ts'
import type { Measured, Measurement } from '#facts/fact.ts'
import { countText } from '#facts/text.ts'
import { judge } from './finding.ts'

const severeBlocked = 2 * blockedLimit + 1

/** Blocked tasks > 2 (specification §7.4). Abstains for a project without tasks. */
export const blockedTasks = (blocked: Measured<Measurement & { value: number }>) =>
  judge(
    {
      rule: 'blocked_tasks',
      title: 'Blocked tasks',
      limitOf: blockedLimitOf,
      fires: ({ value }) => value > blockedLimit,
      isSevere: ({ value }) => value > severeBlocked,
      explain: ({ value }, fired) =>
        value === 0
          ? 'No task is blocked.'
          : `${countText(value, 'task')} ${value === 1 ? 'is' : 'are'} blocked, ${fired ? 'more than' : 'within'} the limit of ${blockedLimit}.`,
    },
    blocked,
  )
