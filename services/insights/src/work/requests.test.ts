import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { projectScope } from '#analyses/scope.ts'
import { openDesk } from '#test/desk.ts'
import { evidenceOf } from '#test/evidence.ts'
import { addProject } from '#test/harness.ts'
import { composeInsight } from './compose-insight.ts'
import { gather } from './gather.ts'
import { takeRequest } from './requests.ts'
import { runRequest } from './run-request.ts'
import { storeInsight } from './store-insight.ts'

const { db, others, lines, work, ask, take, run, readRequest, countInsights, expireLease } =
  await openDesk()

test('with the project service away the analysis waits, and nothing is stored', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const { id: analysisId } = await ask(projectScope(id))
  const request = await take(projectScope(id))

  others.state.projectIsAway = true
  await runRequest(work, request)
  others.state.projectIsAway = false

  const waiting = await readRequest(analysisId)
  expect(waiting).toMatchObject({ status: 'running', attempts: 0, error: null })
  expect(waiting?.leased_until?.getTime()).toBeGreaterThan(Date.now())
  expect(await countInsights(projectScope(id))).toBe(0)

  await expireLease(analysisId)
  await run(projectScope(id))
  expect(await readRequest(analysisId)).toMatchObject({ status: 'completed' })
})

test('two workers that finish the same request store one insight', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const scope = projectScope(id)
  const { id: analysisId } = await ask(scope)
  const slow = await take(scope)
  await expireLease(analysisId)
  const quick = await take(scope)
  const gathered = await gather(
    others.sources,
    { projectIds: [id], correlationId: 'req-2' },
    work.log,
  )
  const insight = await composeInsight(
    { ...gathered, kind: 'project', computedSince: new Map() },
    work.write,
    work.metrics,
  )

  const stored = await Promise.all([
    storeInsight(db, slow, { insight, delayOf: () => 0 }),
    storeInsight(db, quick, { insight, delayOf: () => 0 }),
    storeInsight(db, quick, { insight, delayOf: () => 0 }),
  ])

  expect(stored.filter((one) => one !== undefined)).toHaveLength(1)
  expect(stored[0]).toBeUndefined()
  expect(await countInsights(scope)).toBe(1)
})

test('an analysis that fails is tried three times, then given up with a sentence', async () => {
  const id = await addProject(db)
  const broken = evidenceOf()
  others.tell({ ...broken, project: { ...broken.project, completion_percentage: 400 } }, id)
  const { id: analysisId } = await ask(projectScope(id))

  for (const attempt of [1, 2, 3]) {
    await expireLease(analysisId)
    const request = await take(projectScope(id))
    expect(request.attempts).toBe(attempt)
    await runRequest(work, request)
  }

  expect(await readRequest(analysisId)).toMatchObject({
    status: 'failed',
    error: 'The analysis failed. It has been reported.',
  })
  expect(lines.filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(3)
})

test('a request that ended three workers is given up', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const { id: analysisId } = await ask(projectScope(id))
  for (const _ of [1, 2, 3]) {
    await take(projectScope(id))
    await expireLease(analysisId)
  }

  await takeRequest(db)

  expect(await readRequest(analysisId)).toMatchObject({
    status: 'failed',
    error: 'Every attempt ended without an answer.',
  })
})

test('while one runs the next of its scope waits', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const { id: first } = await ask(projectScope(id))
  const running = await take(projectScope(id))
  const { id: second } = await ask(projectScope(id))
  expect(second).not.toBe(first)

  await expect(take(projectScope(id))).rejects.toThrow('nothing is due')

  await runRequest(work, running)
  expect((await take(projectScope(id))).id).toBe(second)
})

test('an analysis of a project that was deleted is given up', async () => {
  const id = await addProject(db)
  const { id: analysisId } = await ask(projectScope(id))
  const request = await take(projectScope(id))
  await db.owner.execute(sql`update projects.projects set deleted_at = now() where id = ${id}`)

  await runRequest(work, request)

  expect(await readRequest(analysisId)).toMatchObject({
    status: 'failed',
    error: 'A project of this analysis no longer exists.',
  })
})

test('two that ask at once get the same analysis', async () => {
  const id = await addProject(db)
  const asked = await Promise.all(Array.from({ length: 8 }, () => ask(projectScope(id))))
  expect(new Set(asked.map((one) => one.id)).size).toBe(1)
})
