import { healthHistory, riskAssessments } from '@milepost/db-schemas/insights'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { projectScope } from '#analyses/scope.ts'
import { findLatestInsight } from '#insights/queries.ts'
import { openDesk } from '#test/desk.ts'
import { asOf, evidenceOf } from '#test/evidence.ts'
import { addProject } from '#test/harness.ts'

const { db, others, ask, run } = await openDesk()

test('a rule fires since it first did, and an older result does not overwrite a newer one', async () => {
  const id = await addProject(db)
  const evidence = evidenceOf({ blocked: 3 })
  others.tell(evidence, id)
  await ask(projectScope(id))
  await run(projectScope(id))

  const later = '2026-11-21T09:00:00.000Z'
  others.tell({ ...evidence, as_of: later }, id)
  await ask(projectScope(id))
  await run(projectScope(id))
  const blocked = sql`project_id = ${id} and rule = 'blocked_tasks'`
  const [after] = await db.select().from(riskAssessments).where(blocked)
  expect(after).toMatchObject({ fired_since: new Date(asOf), assessment: { as_of: later } })

  others.tell(evidenceOf(), id)
  await ask(projectScope(id))
  await run(projectScope(id))
  const [kept] = await db.select().from(riskAssessments).where(blocked)
  expect(kept).toEqual(after)
})

test('health that was known before this service first looked keeps its date', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf({ blocked: 3 }), id)
  const since = new Date('2026-11-08T08:00:00.000Z')
  await db.insert(healthHistory).values([
    { project_id: id, computed_health: 'green', rules: [], changed_at: new Date('2026-10-01') },
    { project_id: id, computed_health: 'amber', rules: ['blocked_tasks'], changed_at: since },
  ])
  await ask(projectScope(id))

  await run(projectScope(id))

  const insight = await findLatestInsight(db, id)
  expect(insight?.facts.find(({ key }) => key === 'WAF.disagreement')).toMatchObject({
    text: '12 days',
  })
  const [risk] = await db
    .select()
    .from(riskAssessments)
    .where(sql`project_id = ${id} and rule = 'blocked_tasks'`)
  expect(risk?.fired_since).toEqual(since)
  expect(
    await db.select().from(healthHistory).where(eq(healthHistory.project_id, id)),
  ).toHaveLength(2)
})
