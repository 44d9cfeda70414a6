import { processedEvents, projectHealth } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { insightGenerated } from '@milepost/shared-events/insight-events'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { addProject, correlationId, later, now } from '#test/harness.ts'
import { recordVerdicts } from './record-verdicts.ts'

const db = await openTestDatabase({ role: 'project_service' })

const verdict = (project_id: string, computed_health: 'green' | 'amber' | 'red') => ({
  ...{ project_id, computed_health, forecast: { abstains: 'Too little history.' } },
  rules: [
    {
      ...{ rule: 'blocked_tasks' as const, fired: true, value: '4', limit: 'over 2' },
      explanation: 'Four tasks are blocked.',
    },
  ],
})

const generated = (verdicts: ReturnType<typeof verdict>[], moment = now) =>
  insightGenerated.create(
    {
      ...{ correlation_id: correlationId, actor_user_id: null, analysis_id: uuidv7() },
      ...{ insight_id: uuidv7(), kind: 'portfolio' as const, project_id: null },
      ...{ scope_project_ids: [], source: 'rules' as const, verdicts },
    },
    moment,
  )
const apply = (event: ReturnType<typeof generated>) =>
  recordVerdicts.apply(db, processedEvents, event)
const healthOf = async (projectId: string) =>
  (await db.select().from(projectHealth).where(eq(projectHealth.project_id, projectId)))[0]

test('what the rules found is kept per project, and delivered twice counts once', async () => {
  const { id } = await addProject(db)
  const event = generated([verdict(id, 'amber')])
  expect(await apply(event)).toBe(true)
  expect(await apply(event)).toBe(false)
  expect(await healthOf(id)).toMatchObject({
    ...{ computed_health: 'amber', computed_since: now, computed_at: now },
    ...{ insight_id: event.insight_id, rules: verdict(id, 'amber').rules },
  })
})

test('a health that stays counts from when it came, one that changes from now', async () => {
  const { id } = await addProject(db)
  await apply(generated([verdict(id, 'amber')]))
  await apply(generated([verdict(id, 'amber')], later))
  expect(await healthOf(id)).toMatchObject({ computed_since: now, computed_at: later })
  await apply(generated([verdict(id, 'red')], later))
  expect(await healthOf(id)).toMatchObject({ computed_health: 'red', computed_since: later })
})

test('an earlier word that arrives late does not replace a later one', async () => {
  const { id } = await addProject(db)
  await apply(generated([verdict(id, 'red')], later))
  await apply(generated([verdict(id, 'green')], now))
  expect(await healthOf(id)).toMatchObject({ computed_health: 'red', computed_at: later })
})

test('a project that is not there keeps nobody else’s verdict from being recorded', async () => {
  const { id } = await addProject(db)
  await apply(generated([verdict(uuidv7(), 'red'), verdict(id, 'green')]))
  expect(await healthOf(id)).toMatchObject({ computed_health: 'green' })
  expect(await apply(generated([verdict(uuidv7(), 'red')]))).toBe(true)
  expect(await apply(generated([]))).toBe(true)
})
