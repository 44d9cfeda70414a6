import type { Measured, Measurement } from '#facts/fact.ts'
import { percentText } from '#facts/text.ts'
import { utilizationLimit, utilizationLimitOf } from '#facts/utilization-fact.ts'
import { judge } from './finding.ts'

/** Nobody works more than there is time for without something giving way. */
const severeUtilization = 100

/** Team utilization > 90 % (specification §7.4). Abstains for small teams and without timesheets. */
export const teamUtilization = (utilization: Measured<Measurement & { value: number }>) =>
  judge(
    {
      rule: 'team_utilization',
      title: 'Team utilization',
      limitOf: utilizationLimitOf,
      fires: ({ value }) => value > utilizationLimit,
      isSevere: ({ value }) => value > severeUtilization,
      explain: ({ value }, fired) =>
        `The team worked ${percentText(value)} of its capacity in four full weeks, ${fired ? 'over' : 'within'} the limit of ${utilizationLimit}%.`,
    },
    utilization,
  )
