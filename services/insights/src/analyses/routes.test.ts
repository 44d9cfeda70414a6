import { analysisRequests, outbox } from '@milepost/db-schemas/insights'
import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { openDesk } from '#test/desk.ts'
import { evidenceOf } from '#test/evidence.ts'
import { actorWith, addProject, knownActor, serviceFor } from '#test/harness.ts'
import { portfolioScope, projectScope } from './scope.ts'

const { db, others, run } = await openDesk()
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

beforeEach(async () => {
  await db.delete(analysisRequests)
  await db.delete(outbox)
})

async function analyzeAs(actor: Actor | null, body: object, headers: Record<string, string> = {}) {
  const { send } = await serviceFor(db, actor)
  return send({ method: 'POST', url: '/analyze', body, headers })
}

async function readAs(actor: Actor, id: string) {
  const { send } = await serviceFor(db, actor)
  return send({ method: 'GET', url: `/analyze/${id}`, headers: sameForBoth })
}

/** After a refusal nothing is queued and nothing announced. */
const expectNothingChanged = async () => {
  expect(await db.select().from(analysisRequests)).toEqual([])
  expect(await db.select().from(outbox)).toEqual([])
}

test('POST analyze, 202: answers at once with a queued analysis, and announces it', async () => {
  const project_id = await addProject(db)
  const actor = await knownActor(db, 'project_manager')

  const response = await analyzeAs(actor, { project_id })

  expect(response.statusCode).toBe(202)
  expect(response.json()).toMatchObject({
    kind: 'project',
    project_id,
    status: 'queued',
    insight: null,
  })
  const events = await db.select().from(outbox)
  expect(events.map(({ event }) => event)).toMatchObject([
    { event_type: 'ai.analysis.requested', analysis_id: response.json().id, trigger: 'user' },
  ])
})

test('POST analyze, 202: while one is queued it is that one', async () => {
  const body = { project_id: await addProject(db) }
  const first = await analyzeAs(await knownActor(db, 'executive', { team_ids: [] }), body)
  const second = await analyzeAs(await knownActor(db, 'admin', { team_ids: [] }), body)
  expect(second.json().id).toBe(first.json().id)
})

test('POST analyze, 202: the same Idempotency-Key answers the same analysis, even when it is over', async () => {
  const project_id = await addProject(db)
  others.tell(evidenceOf(), project_id)
  const actor = await knownActor(db, 'admin')
  const key = { 'idempotency-key': uuidv7() }
  const first = await analyzeAs(actor, { project_id }, key)
  await run(projectScope(project_id))

  const again = await analyzeAs(actor, { project_id }, key)
  const other = await analyzeAs(actor, { project_id: await addProject(db) }, key)

  expect(again.json()).toEqual(first.json())
  expect(other.statusCode).toBe(422)
  expect(other.json()).toMatchObject({ type: '/problems/idempotency-key-reused' })
})

test('POST analyze, 400: a body that is not the contract’s, with a pointer', async () => {
  const project_id = await addProject(db)
  const actor = actorWith('admin')
  for (const [body, pointer] of [
    [{}, '#/project_id'],
    [{ project_id: '42' }, '#/project_id'],
    [{ project_id, depth: 3 }, '#/depth'],
  ] as const) {
    const response = await analyzeAs(actor, body)
    expect(response.statusCode).toBe(400)
    expect(response.json().errors[0].pointer).toBe(pointer)
  }
  await expectNothingChanged()
})

test('POST analyze, 401: without a token', async () => {
  const response = await analyzeAs(null, { project_id: await addProject(db) })
  expect(response.statusCode).toBe(401)
  await expectNothingChanged()
})

test('POST analyze, 403: a contributor is not told whether the project exists', async () => {
  const ask = (project_id: string) =>
    analyzeAs(actorWith('contributor'), { project_id }, sameForBoth)
  const [existing, missing] = [await ask(await addProject(db)), await ask(uuidv7())]
  expect(existing.statusCode).toBe(403)
  expect(existing.rawPayload).toEqual(missing.rawPayload)
  await expectNothingChanged()
})

test('POST analyze, 404: another team’s project looks exactly like a missing one, whatever the body', async () => {
  const theirs = await addProject(db, { team_id: uuidv7() })
  const ask = (project_id: string, more = {}) =>
    analyzeAs(actorWith('project_manager'), { project_id, ...more }, sameForBoth)

  const [hidden, missing] = [await ask(theirs), await ask(uuidv7())]

  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
  expect({ ...hidden.headers, date: '' }).toEqual({ ...missing.headers, date: '' })
  expect((await ask(theirs, { depth: 3 })).rawPayload).toEqual(missing.rawPayload)
  await expectNothingChanged()
})

test('GET analysis, 200: everybody who sees the project sees its analysis, with the insight once it is there', async () => {
  const project_id = await addProject(db)
  others.tell(evidenceOf(), project_id)
  const asked = await analyzeAs(await knownActor(db, 'admin'), { project_id })
  await run(projectScope(project_id))

  const response = await readAs(actorWith('contributor'), asked.json().id)

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    status: 'completed',
    error: null,
    insight: { project_id, source: 'rules', provider: 'milepost-rules' },
  })
})

test('GET analysis, 404: one of another team, and one whose project is gone, look like none', async () => {
  const asked = await analyzeAs(await knownActor(db, 'admin'), { project_id: await addProject(db) })
  const outsider = actorWith('contributor', { team_ids: [uuidv7()] })
  const [hidden, missing] = [
    await readAs(outsider, asked.json().id),
    await readAs(outsider, uuidv7()),
  ]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
  expect((await readAs(outsider, '42')).statusCode).toBe(400)
})

test('POST portfolio/analyze, 202: reads what the caller sees, and nobody sees it who sees less', async () => {
  const team = uuidv7()
  const mine = await addProject(db, { team_id: team })
  await addProject(db, { team_id: team, status: 'completed' })
  const theirs = await addProject(db, { team_id: uuidv7() })
  const manager = await knownActor(db, 'project_manager', { team_ids: [team] })
  const askAs = async (actor: Actor) => {
    const { send } = await serviceFor(db, actor)
    return send({ method: 'POST', url: '/portfolio/analyze', body: {} })
  }

  const own = await askAs(manager)
  const all = await askAs(await knownActor(db, 'executive', { team_ids: [] }))

  expect(own.statusCode).toBe(202)
  const rows = await db.select().from(analysisRequests)
  const scopeOf = (id: string) => rows.find((row) => row.id === id)?.scope_project_ids
  expect(scopeOf(own.json().id)).toEqual([mine])
  expect(scopeOf(all.json().id)).toEqual(expect.arrayContaining([mine, theirs]))
  expect(own.json()).toMatchObject({ kind: 'portfolio', project_id: null })
  expect((await readAs(manager, own.json().id)).statusCode).toBe(200)
  expect((await readAs(manager, all.json().id)).statusCode).toBe(404)
  const contributor = actorWith('contributor', { team_ids: [team] })
  expect((await readAs(contributor, own.json().id)).statusCode).toBe(404)
})

test('POST portfolio/analyze, 400, 401 and 403', async () => {
  const askAs = async (actor: Actor | null, body: object) => {
    const { send } = await serviceFor(db, actor)
    return (await send({ method: 'POST', url: '/portfolio/analyze', body })).statusCode
  }
  expect(await askAs(actorWith('executive'), { project_id: uuidv7() })).toBe(400)
  expect(await askAs(null, {})).toBe(401)
  expect(await askAs(actorWith('contributor'), { nonsense: true })).toBe(403)
  await expectNothingChanged()
})

test('a portfolio’s scope does not depend on the order its projects are named in', () => {
  const [a, b] = [uuidv7(), uuidv7()]
  expect(portfolioScope([a, b])).toEqual(portfolioScope([b, a, b]))
  expect(portfolioScope([a]).scope_key).not.toBe(projectScope(a).scope_key)
})
