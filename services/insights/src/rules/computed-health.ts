import type { Health } from '@milepost/api-contracts/projects'
import type { RiskRule } from '@milepost/api-contracts/risk-rules'
import type { Finding } from './finding.ts'

/**
 * One colour out of the rules. Red: the slippage is over twice its limit, or the project is late and
 * more than two tasks are blocked. Amber: any rule fired. Green: none did, and the finish could be
 * judged. Unknown: none fired, but whether it is late nobody can say.
 */
export function computedHealth(findings: readonly Finding[]): Health {
  const of = (rule: RiskRule) => findings.find((finding) => finding.rule === rule)
  const slippage = of('schedule_slippage')
  if (slippage?.severity === 'red') return 'red'
  if (slippage?.fired && of('blocked_tasks')?.fired) return 'red'
  if (findings.some(({ fired }) => fired)) return 'amber'
  return slippage && slippage.fired !== null ? 'green' : 'unknown'
}
