import { projectHealth, projects } from '@milepost/db-schemas/projects'
import { on } from '@milepost/service-kit/reaction'
import { insightGenerated } from '@milepost/shared-events/insight-events'
import { inArray, lte, sql } from 'drizzle-orm'

const { computed_health, computed_since, computed_at } = projectHealth

/** Keeps what the rules last found about each project, for the portfolio: it must not ask insights. */
export const recordVerdicts = on(insightGenerated, async (event, tx) => {
  if (event.verdicts.length === 0) return
  const computedAt = new Date(event.timestamp)
  const known = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(
      inArray(
        projects.id,
        event.verdicts.map(({ project_id }) => project_id),
      ),
    )
  const ids = new Set(known.map(({ id }) => id))
  const rows = event.verdicts
    .filter(({ project_id }) => ids.has(project_id))
    .map((verdict) => ({
      project_id: verdict.project_id,
      computed_health: verdict.computed_health,
      computed_since: computedAt,
      computed_at: computedAt,
      rules: verdict.rules,
      forecast: verdict.forecast,
      insight_id: event.insight_id,
    }))
  if (rows.length === 0) return

  await tx
    .insert(projectHealth)
    .values(rows)
    .onConflictDoUpdate({
      target: projectHealth.project_id,
      set: {
        computed_health: sql`excluded.computed_health`,
        computed_since: sql`case when ${computed_health} = excluded.computed_health
          then ${computed_since} else excluded.computed_since end`,
        computed_at: sql`excluded.computed_at`,
        rules: sql`excluded.rules`,
        forecast: sql`excluded.forecast`,
        insight_id: sql`excluded.insight_id`,
      },
      // An analysis that took longer than a later one says less than that one.
      setWhere: lte(computed_at, sql`excluded.computed_at`),
    })
})
