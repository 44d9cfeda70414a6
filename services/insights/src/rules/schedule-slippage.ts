import type { Measured, Measurement } from '#facts/fact.ts'
import { slippageLimit, slippageLimitOf } from '#facts/schedule-facts.ts'
import { percentText } from '#facts/text.ts'
import { judge } from './finding.ts'

/** Twice the limit: later than anybody can call a delay of the ordinary kind. */
const severeSlippage = 2 * slippageLimit

/** Schedule slippage > 10 % (specification §7.4). Abstains without a forecast or a plan. */
export const scheduleSlippage = (slippage: Measured<Measurement & { value: number }>) =>
  judge(
    {
      rule: 'schedule_slippage',
      title: 'Schedule slippage',
      limitOf: slippageLimitOf,
      fires: ({ value }) => value > slippageLimit,
      isSevere: ({ value }) => value > severeSlippage,
      explain: ({ value }, fired) => {
        if (value === 0) return 'Likely to finish on time.'
        const share = `${percentText(Math.abs(value))} of its duration`
        if (value < 0) return `Likely to finish early by ${share}.`
        return `Likely to finish late by ${share}, ${fired ? 'over' : 'within'} the limit of ${slippageLimit}%.`
      },
    },
    slippage,
  )
