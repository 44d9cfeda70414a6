import type { Measured } from '#facts/fact.ts'
import { percentText } from '#facts/text.ts'
import {
  isDeclining,
  type VelocityChange,
  velocityLimit,
  velocityLimitOf,
} from '#facts/velocity-facts.ts'
import { judge } from './finding.ts'

const severeDecline = -2 * velocityLimit

/** Declining velocity (specification §7.4). Abstains with under six weeks of history. */
export const decliningVelocity = (velocity: Measured<VelocityChange>) =>
  judge(
    {
      rule: 'declining_velocity',
      title: 'Declining velocity',
      limitOf: velocityLimitOf,
      fires: isDeclining,
      isSevere: ({ value }) => value <= severeDecline,
      explain: ({ value }, fired) => {
        if (value === 0) return 'The last three weeks equal the mean of the last six.'
        const side = value < 0 ? 'under' : 'over'
        const change = `The last three weeks are ${percentText(Math.abs(value))} ${side} the mean of the last six`
        return fired ? `${change}, and falling.` : `${change}.`
      },
    },
    velocity,
  )
