import type { Actor } from '@milepost/service-kit/authentication'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { portfolioScope, projectScope } from '#analyses/scope.ts'
import { openDesk } from '#test/desk.ts'
import { asOf, evidenceOf, reportOf } from '#test/evidence.ts'
import { actorWith, addProject, serviceFor, teamId } from '#test/harness.ts'

const { db, others, ask, run } = await openDesk()
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }
const pages = ['summary', 'risks', 'progress-insights']

others.state.utilization = reportOf()

beforeEach(async () => {
  await db.owner.execute(sql`update projects.projects set deleted_at = now()`)
})

async function readAs(actor: Actor | null, url: string) {
  const { send } = await serviceFor(db, actor)
  return send({ method: 'GET', url, headers: sameForBoth })
}

async function analysed(story: Parameters<typeof evidenceOf>[0] = {}, team_id = teamId) {
  const id = await addProject(db, { team_id })
  others.tell(evidenceOf(story), id)
  await ask(projectScope(id))
  await run(projectScope(id))
  return id
}

test('GET summary, 200: the latest insight, its age, and whether a newer one is coming', async () => {
  const id = await analysed()
  const before = await readAs(actorWith('contributor'), `/projects/${id}/summary`)
  await ask(projectScope(id))
  const after = await readAs(actorWith('project_manager'), `/projects/${id}/summary`)

  expect(before.statusCode).toBe(200)
  expect(before.json()).toMatchObject({
    insight: { project_id: id, as_of: asOf, kind: 'project' },
    pending: false,
    can: { analyze: false },
  })
  expect(before.json().insight.paragraphs[0].sentences[0].parts).toContainEqual({
    text: '70.6%',
    fact: 'WAF.completion',
  })
  expect(before.json().age_seconds).toBeGreaterThanOrEqual(0)
  expect(after.json()).toMatchObject({ pending: true, can: { analyze: true } })
  expect(after.json().insight.id).toBe(before.json().insight.id)
})

test('GET summary, risks and progress, 200: a project never analysed says so and starts nothing', async () => {
  const id = await addProject(db)
  const [summary, risks, progress] = await Promise.all(
    pages.map((page) => readAs(actorWith('executive'), `/projects/${id}/${page}`)),
  )

  expect(summary?.json()).toMatchObject({ insight: null, age_seconds: null, pending: false })
  expect(risks?.json()).toEqual({
    project_id: id,
    computed_health: 'unknown',
    assessed_at: null,
    forecast: { abstains: 'The project has not been analysed yet.' },
    completion_percentage: null,
    items: [],
  })
  expect(progress?.json()).toMatchObject({ as_of: null, completion: null, throughput: null })
})

test('GET risks, 200: every rule with its number, fired ones first', async () => {
  const id = await analysed({ blocked: 3 })
  const response = await readAs(actorWith('contributor'), `/projects/${id}/risks`)

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    computed_health: 'amber',
    assessed_at: asOf,
    completion_percentage: 70.6,
    forecast: { reference: 'baseline' },
    items: [
      {
        rule: 'blocked_tasks',
        title: 'Blocked tasks',
        fired: true,
        severity: 'amber',
        value: '3',
        limit: 'more than 2',
        fired_since: asOf,
        fact: { key: 'WAF.blocked', text: '3', task_count: 3 },
      },
      { rule: 'schedule_slippage', fired: false, fact: { key: 'WAF.slippage' } },
      { rule: 'declining_velocity', fired: false },
      { rule: 'team_utilization', fired: null, value: null, fact: null, severity: 'unknown' },
    ],
  })
})

test('GET progress-insights, 200: how the project moves, by the facts of its latest analysis', async () => {
  const id = await analysed({ weeks: [1, 2, 3, 2, 1, 2, 3, 2] })
  const response = await readAs(actorWith('contributor'), `/projects/${id}/progress-insights`)

  expect(response.statusCode).toBe(200)
  const { throughput, ...progress } = response.json()
  expect(throughput).toMatchObject({ text: '2', value: 2, task_count: 16 })
  expect(throughput.history.map(({ value }: { value: number }) => value)).toEqual([
    1, 2, 3, 2, 1, 2, 3, 2,
  ])
  expect(progress).toMatchObject({
    as_of: asOf,
    completion: { key: 'WAF.completion' },
    planned: { unit: 'percent' },
    velocity_change: { key: 'WAF.velocity' },
    likely_finish: { unit: 'date' },
    late_finish: { unit: 'date' },
  })
})

test.each(pages)(
  'GET %s, 400, 401 and 404: another team’s project looks like a missing one',
  async (page) => {
    const theirs = await analysed({}, uuidv7())
    const ask = (id: string) => readAs(actorWith('project_manager'), `/projects/${id}/${page}`)
    const [hidden, missing] = [await ask(theirs), await ask(uuidv7())]

    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
    expect((await ask('42')).statusCode).toBe(400)
    expect((await readAs(null, `/projects/${theirs}/${page}`)).statusCode).toBe(401)
  },
)

test('GET portfolio/latest, 200: only what was written for exactly the projects the caller sees now', async () => {
  const team = uuidv7()
  const manager = actorWith('project_manager', { team_ids: [team] })
  const mine = await analysed({ key: 'ONE', name: 'One' }, team)
  const theirs = await analysed({ key: 'TWO', name: 'Two' }, uuidv7())
  await ask(portfolioScope([mine, theirs]))
  await run(portfolioScope([mine, theirs]))

  const latestFor = async (actor: Actor) => (await readAs(actor, '/portfolio/latest')).json()

  for (const role of ['executive', 'admin'] as const) {
    const { insight, can } = await latestFor(actorWith(role, { team_ids: [] }))
    expect(insight.kind).toBe('portfolio')
    expect(JSON.stringify(insight)).toContain('TWO.completion')
    expect(can).toEqual({ analyze: true })
  }
  expect(JSON.stringify(await latestFor(manager))).not.toContain('TWO')

  await ask(portfolioScope([mine]))
  await run(portfolioScope([mine]))
  const own = await latestFor(manager)
  expect(own.insight.kind).toBe('portfolio')
  expect(JSON.stringify(own)).not.toContain('TWO')
})

test('GET portfolio/latest, 200: while a project has just joined, the one before stands in and says so', async () => {
  const team = uuidv7()
  const manager = actorWith('project_manager', { team_ids: [team] })
  const mine = await analysed({ key: 'OWN', name: 'Own' }, team)
  const theirs = await analysed({ key: 'FAR', name: 'Far' }, uuidv7())
  for (const scope of [portfolioScope([mine]), portfolioScope([mine, theirs])]) {
    await ask(scope)
    await run(scope)
  }
  const latestFor = async (actor: Actor) => (await readAs(actor, '/portfolio/latest')).json()

  await addProject(db, { team_id: team })
  const { insight, age_seconds } = await latestFor(manager)
  expect(insight.unknowns[0]).toBe('1 project became active since and is not included')
  expect(age_seconds).toEqual(expect.any(Number))
  expect(JSON.stringify(insight)).not.toContain('FAR')

  // Somebody who sees none of what it was made from is not shown it.
  const elsewhere = uuidv7()
  await addProject(db, { team_id: elsewhere })
  const outsider = actorWith('project_manager', { team_ids: [elsewhere] })
  expect((await latestFor(outsider)).insight).toBeNull()
})

test('GET portfolio/latest, 401 and 403', async () => {
  expect((await readAs(null, '/portfolio/latest')).statusCode).toBe(401)
  expect((await readAs(actorWith('contributor'), '/portfolio/latest')).statusCode).toBe(403)
})
