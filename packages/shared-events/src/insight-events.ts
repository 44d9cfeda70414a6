import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { forecastSchema, ruleVerdictSchema } from './verdicts.ts'

/** Wakes a worker. The request itself is a row of the insights service; losing this loses only time. */
export const aiAnalysisRequested = defineEvent(
  'ai.analysis.requested',
  z.object({
    analysis_id: z.uuid(),
    kind: z.enum(['project', 'portfolio']),
    project_id: z.uuid().nullable(),
    trigger: z.enum(['user', 'event']),
  }),
)

export const insightGenerated = defineEvent(
  'insight.generated',
  z.object({
    analysis_id: z.uuid(),
    insight_id: z.uuid(),
    kind: z.enum(['project', 'portfolio']),
    project_id: z.uuid().nullable(),
    /** Who may not see all of these is not told. */
    scope_project_ids: z.array(z.uuid()),
    source: z.enum(['rules', 'llm']),
    /** What the rules found about each project of the scope. */
    verdicts: z.array(
      z.object({
        project_id: z.uuid(),
        computed_health: z.enum(['green', 'amber', 'red', 'unknown']),
        rules: z.array(ruleVerdictSchema),
        forecast: forecastSchema,
      }),
    ),
  }),
)
