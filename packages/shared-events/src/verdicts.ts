import { z } from 'zod'

/** What one deterministic rule says of one project; null in `fired` and `value` when it abstains. */
export const ruleVerdictSchema = z.object({
  rule: z.enum(['schedule_slippage', 'team_utilization', 'blocked_tasks', 'declining_velocity']),
  fired: z.boolean().nullable(),
  value: z.string().nullable(),
  limit: z.string(),
  explanation: z.string(),
})

/** A likely finish with what it is compared to, or why there is none. */
export const forecastSchema = z.union([
  z.object({
    p50: z.iso.date(),
    p85: z.iso.date(),
    reference_date: z.iso.date().nullable(),
    reference: z.enum(['baseline', 'plan', 'none']),
    working_days_late: z.int().nullable(),
  }),
  z.object({ abstains: z.string() }),
])
