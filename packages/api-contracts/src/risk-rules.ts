import { z } from 'zod'

/** The deterministic rules of specification §7.4. */
export const riskRuleSchema = z.enum([
  'schedule_slippage',
  'team_utilization',
  'blocked_tasks',
  'declining_velocity',
])
export type RiskRule = z.infer<typeof riskRuleSchema>

/** What one rule says of one project. */
export const ruleVerdictSchema = z.object({
  rule: riskRuleSchema,
  /** Null when there is not enough to go by, which is neither good nor bad. */
  fired: z.boolean().nullable(),
  /** As it is shown: "16.9%", "4"; null when the rule abstains. */
  value: z.string().nullable(),
  /** "over 10%" when it fired, "at most 10%" when it did not. */
  limit: z.string(),
  /** One sentence, also when it abstains: then why. */
  explanation: z.string(),
})
export type RuleVerdict = z.infer<typeof ruleVerdictSchema>

/** When the open work is likely to be finished, or why nobody can say. */
export const forecastSchema = z.union([
  z.object({
    p50: z.iso.date(),
    p85: z.iso.date(),
    /** Baseline finish, else planned finish: what lateness is counted from. */
    reference_date: z.iso.date().nullable(),
    reference: z.enum(['baseline', 'plan', 'none']),
    /** P50 against the reference; negative is early. */
    working_days_late: z.int().nullable(),
  }),
  z.object({ abstains: z.string() }),
])
export type Forecast = z.infer<typeof forecastSchema>
