import { analysisRequests, facts, generatedInsights } from '@milepost/db-schemas/insights'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { projectScope } from '#analyses/scope.ts'
import { openDesk } from '#test/desk.ts'
import { evidenceOf } from '#test/evidence.ts'
import { addProject } from '#test/harness.ts'
import { forgetOldInsights } from './forget-old-insights.ts'

const { db, others, ask, run } = await openDesk()

test('renewals go after an hour, what somebody asked for after a month, the newest never', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const scope = projectScope(id)
  const ages = { renewedOld: 3, askedOld: 3, askedAncient: 40, renewedNow: 0.03, newest: 2 }
  const insights: Record<string, string> = {}
  for (const [name, days] of Object.entries(ages)) {
    const { id: analysisId } = await ask(scope)
    await run(scope)
    const trigger = name.startsWith('renewed') ? 'event' : 'user'
    const at = sql`now() - make_interval(secs => ${days * 86_400})`
    const [request] = await db
      .update(analysisRequests)
      .set({ trigger, created_at: at })
      .where(eq(analysisRequests.id, analysisId))
      .returning()
    insights[name] = request?.insight_id ?? ''
    // "newest" is the last of all, however old the others are made to look.
    if (name !== 'newest') {
      await db
        .update(generatedInsights)
        .set({ created_at: at })
        .where(eq(generatedInsights.id, insights[name]))
    }
  }

  const forgotten = await forgetOldInsights(db)

  expect(forgotten).toBe(2)
  const left = await db.select({ id: generatedInsights.id }).from(generatedInsights)
  expect(left.map((row) => row.id)).toEqual(
    expect.arrayContaining([insights.askedOld, insights.renewedNow, insights.newest]),
  )
  const gone = await db
    .select()
    .from(facts)
    .where(eq(facts.insight_id, insights.renewedOld ?? ''))
  expect(gone).toEqual([])
  expect(await forgetOldInsights(db)).toBe(0)
})
