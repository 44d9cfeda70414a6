import type { RiskView } from '@milepost/api-contracts/insights'
import type { RiskRule, RuleVerdict } from '@milepost/api-contracts/risk-rules'
import type { Measured, Measurement } from '#facts/fact.ts'

/** A verdict with how serious it is and the number it rests on. */
export interface Finding extends RuleVerdict {
  title: string
  severity: RiskView['severity']
  /** Of the fact behind it; null when the rule abstains. */
  metric: string | null
}

type Measure = Measurement & { value: number }

interface Rule<Value extends Measure> {
  rule: RiskRule
  title: string
  limitOf: (exceeded: boolean) => { text: string }
  fires: (measure: Value) => boolean
  /** When it fires: far enough to be red by itself. */
  isSevere: (measure: Value) => boolean
  explain: (measure: Value, fired: boolean) => string
}

/** What a rule says of a measurement, or that it cannot say anything, and why. */
export function judge<Value extends Measure>(
  { rule, title, limitOf, fires, isSevere, explain }: Rule<Value>,
  measured: Measured<Value>,
): Finding {
  if ('abstains' in measured) {
    const explanation = measured.abstains
    return {
      rule,
      title,
      limit: limitOf(true).text,
      explanation,
      fired: null,
      value: null,
      severity: 'unknown',
      metric: null,
    }
  }
  const fired = fires(measured)
  return {
    ...{ rule, title, limit: limitOf(fired).text, fired },
    value: measured.text,
    explanation: explain(measured, fired),
    severity: fired ? (isSevere(measured) ? 'red' : 'amber') : 'green',
    metric: measured.metric,
  }
}
