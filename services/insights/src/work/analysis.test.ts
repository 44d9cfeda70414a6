import {
  analysisRequests,
  facts,
  healthHistory,
  outbox,
  riskAssessments,
} from '@milepost/db-schemas/insights'
import { insightGenerated } from '@milepost/shared-events/insight-events'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { portfolioScope, projectScope } from '#analyses/scope.ts'
import { findLatestInsight } from '#insights/queries.ts'
import { openDesk } from '#test/desk.ts'
import { asOf, evidenceOf, reportOf, teamAt } from '#test/evidence.ts'
import { addProject, teamId } from '#test/harness.ts'

const { db, others, ask, run, readRequest } = await openDesk()

test('a request becomes an insight with its facts, verdicts, health and event, in one go', async () => {
  const id = await addProject(db)
  const evidence = evidenceOf({ blocked: 3, team: { id: teamId, name: 'Network & Security' } })
  others.tell(evidence, id)
  others.state.utilization = reportOf(teamAt(evidence.project.team, 94))
  const { id: analysisId } = await ask(projectScope(id))

  await run(projectScope(id))

  const insight = await findLatestInsight(db, id)
  expect(await readRequest(analysisId)).toMatchObject({
    status: 'completed',
    insight_id: insight?.row.id,
    leased_until: null,
    error: null,
  })
  expect(insight?.row).toMatchObject({
    source: 'rules',
    provider: 'milepost-rules',
    reason: 'no model is configured',
    computed_health: 'amber',
    as_of: new Date(asOf),
  })
  expect(insight?.content.verification.verified).toBe(insight?.content.verification.numbers)
  expect(insight?.facts.map(({ index }) => index)).toEqual(insight?.facts.map((_, at) => at + 1))
  expect(insight?.facts[0]).toMatchObject({ key: 'WAF.completion', index: 1, task_count: 24 })
  const blocked = insight?.facts.find(({ key }) => key === 'WAF.blocked')
  expect(blocked).toMatchObject({ text: '3', limit: { exceeded: true }, task_count: 3 })
  expect(blocked?.tasks[0]).toMatchObject({ contribution: 'blocked 12 d', status: 'blocked' })

  const risks = await db.select().from(riskAssessments).where(eq(riskAssessments.project_id, id))
  expect(risks).toHaveLength(4)
  expect(risks.find(({ rule }) => rule === 'team_utilization')).toMatchObject({
    fired: true,
    fired_since: new Date(asOf),
    severity: 'amber',
  })
  expect(
    await db.select().from(healthHistory).where(eq(healthHistory.project_id, id)),
  ).toMatchObject([{ computed_health: 'amber', rules: ['blocked_tasks', 'team_utilization'] }])
  const events = await db.select().from(outbox).where(eq(outbox.event_type, 'insight.generated'))
  const [event] = events.map((row) => insightGenerated.schema.parse(row.event))
  expect(event).toMatchObject({
    analysis_id: analysisId,
    correlation_id: 'req-12345678',
    project_id: id,
    scope_project_ids: [id],
    source: 'rules',
    verdicts: [{ project_id: id, computed_health: 'amber', forecast: { reference: 'baseline' } }],
  })
  expect(others.state.asked.every(({ correlationId }) => correlationId === 'req-12345678')).toBe(
    true,
  )
})

test('timesheets that do not answer cost one rule, are named as unknown, and are asked again', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  others.state.utilization = undefined
  await ask(projectScope(id))

  await run(projectScope(id))

  const insight = await findLatestInsight(db, id)
  expect(insight?.row.unknowns).toContain(
    'Utilization: the timesheets could not be read, so its rule says nothing',
  )
  const [risk] = await db
    .select()
    .from(riskAssessments)
    .where(sql`project_id = ${id} and rule = 'team_utilization'`)
  expect(risk).toMatchObject({ fired: false, severity: 'unknown', assessment: { fired: null } })
  const queued = await db
    .select()
    .from(analysisRequests)
    .where(sql`scope_key = ${id} and status = 'queued'`)
  expect(queued).toMatchObject([{ trigger: 'event', project_id: id }])
})

test('a portfolio follows when one of its projects was analysed', async () => {
  const [one, two] = [await addProject(db), await addProject(db)]
  others.tell(evidenceOf({ key: 'ONE', name: 'One' }), one)
  others.tell(evidenceOf({ key: 'TWO', name: 'Two' }), two)
  await db.owner.execute(
    sql`update projects.projects set status = 'completed' where id not in (${one}, ${two})`,
  )
  await ask(projectScope(one))

  await run(projectScope(one))
  await run(portfolioScope([one, two]))

  const insight = await findLatestInsight(db, portfolioScope([two, one]).scope_key)
  expect(insight?.row.scope_project_ids).toEqual([one, two].sort())
  expect(insight?.content.projects.map(({ project_id }) => project_id).sort()).toEqual(
    [one, two].sort(),
  )
  const rows = await db
    .select()
    .from(facts)
    .where(eq(facts.insight_id, insight?.row.id ?? ''))
  expect(rows.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['portfolio.active', 'ONE.completion', 'TWO.completion']),
  )
})
