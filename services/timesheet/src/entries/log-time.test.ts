import { outbox, timeEntries, weeklySummaries } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorFor,
  actorWith,
  addPerson,
  addTask,
  addTeamOfOne,
  addWeek,
  callAs,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

const day = '2026-11-18'
const meeting = { activity: 'Weekly operations meeting', work_date: day, minutes: 30 }

const post = (actor: Actor | null, body: object, headers = {}) =>
  callAs(db, actor, { method: 'POST', url: '/entries', body, headers })

const entriesOf = (userId: string) =>
  db.select().from(timeEntries).where(eq(timeEntries.user_id, userId))

test('POST entries, 201: time on a task of one’s team is kept with the task’s project', async () => {
  const { person, task, project } = await addTeamOfOne(db.owner)

  const response = await post(actorFor('contributor', person), {
    task_id: task.id,
    work_date: day,
    minutes: 90,
    note: 'Standby node first.',
  })

  expect(response.statusCode).toBe(201)
  expect(response.json()).toEqual({
    id: expect.any(String),
    user_id: person.id,
    project_id: project.id,
    task_id: task.id,
    activity: null,
    work_date: day,
    minutes: 90,
    note: 'Standby node first.',
    version: 1,
  })
  expect(await entriesOf(person.id)).toHaveLength(1)
})

test('POST entries, 201: the same key sent twice counts once', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const key = { 'idempotency-key': 'one-attempt-only' }

  const [first, second] = [await post(actor, meeting, key), await post(actor, meeting, key)]

  expect(second.json()).toEqual(first.json())
  expect(await entriesOf(person.id)).toHaveLength(1)
})

test.each(['short', 'a'.repeat(129), 'with a blank'])(
  'POST entries, 400: an idempotency key that is none: %s',
  async (key) => {
    const { person } = await addTeamOfOne(db.owner)
    const response = await post(actorFor('admin', person), meeting, { 'idempotency-key': key })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ errors: [{ pointer: '#/idempotency-key' }] })
  },
)

test('POST entries, 201: an administrator logs time on any team’s task', async () => {
  const { task } = await addTeamOfOne(db.owner)
  const admin = actorFor('admin', await addPerson(db.owner))
  const response = await post(admin, { task_id: task.id, work_date: day, minutes: 10 })
  expect(response.statusCode).toBe(201)
})

test.each([
  ['somebody else’s id', { ...meeting, user_id: uuidv7() }],
  ['a task and an activity', { ...meeting, task_id: uuidv7() }],
  ['neither', { work_date: day, minutes: 30 }],
  ['no minutes', { ...meeting, minutes: 0 }],
  ['more than a day', { ...meeting, minutes: 1441 }],
  ['half a minute', { ...meeting, minutes: 0.5 }],
  ['minutes as text', { ...meeting, minutes: '30' }],
  ['a date that is none', { ...meeting, work_date: '2026-02-30' }],
  ['a date of another age', { ...meeting, work_date: '0000-01-01' }],
  ['an empty activity', { ...meeting, activity: '  ' }],
])('POST entries, 400: %s', async (_what, body) => {
  const { person } = await addTeamOfOne(db.owner)
  expect((await post(actorFor('admin', person), body)).statusCode).toBe(400)
  expect(await entriesOf(person.id)).toEqual([])
})

test('POST entries, 401 and 403: nobody without a token, and no executive, has a timesheet', async () => {
  expect((await post(null, meeting)).statusCode).toBe(401)
  expect((await post(actorWith('executive'), { nonsense: true })).statusCode).toBe(403)
})

test.each(['submitted', 'approved'] as const)(
  'POST entries, 409: a week that is %s takes no more hours',
  async (status) => {
    const { person } = await addTeamOfOne(db.owner)
    await addWeek(db, person.id, status)

    const response = await post(actorFor('contributor', person), meeting)

    expect(response.statusCode).toBe(409)
    expect(response.json()).toMatchObject({
      type: '/problems/week-locked',
      current: { week: '2026-W47', status },
    })
    expect(await entriesOf(person.id)).toEqual([])
    const nextWeek = { ...meeting, work_date: '2026-11-23' }
    expect((await post(actorFor('contributor', person), nextWeek)).statusCode).toBe(201)
  },
)

test('POST entries, 201: a week that was sent back is open again', async () => {
  const { person } = await addTeamOfOne(db.owner)
  await addWeek(db, person.id, 'rejected')
  expect((await post(actorFor('contributor', person), meeting)).statusCode).toBe(201)
})

test('POST entries, 422: another team’s task, a deleted one and an invented one are the same refusal', async () => {
  const { person, project } = await addTeamOfOne(db.owner)
  const theirs = await addTeamOfOne(db.owner)
  const deleted = await addTask(db.owner, project.id, { deleted: true })
  const ask = (task_id: string) =>
    post(actorFor('project_manager', person), { task_id, work_date: day, minutes: 30 }, sameForBoth)

  const [foreign, gone, missing] = [
    await ask(theirs.task.id),
    await ask(deleted.id),
    await ask(uuidv7()),
  ]

  expect(foreign.statusCode).toBe(422)
  expect(foreign.json()).toMatchObject({ errors: [{ pointer: '#/task_id' }] })
  expect(foreign.rawPayload).toEqual(missing.rawPayload)
  expect(gone.rawPayload).toEqual(missing.rawPayload)
  expect(await entriesOf(person.id)).toEqual([])
  expect(
    await db.select().from(weeklySummaries).where(eq(weeklySummaries.user_id, person.id)),
  ).toEqual([])
})

test('POST entries, 422: a day has 24 hours, however many entries race for them', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)

  const answers = await Promise.all(
    Array.from({ length: 6 }, () => post(actor, { ...meeting, minutes: 400 })),
  )

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 422, 422, 422])
  const refused = answers.find(({ statusCode }) => statusCode === 422)
  expect(refused?.json()).toMatchObject({
    type: '/problems/day-full',
    errors: [{ pointer: '#/minutes', detail: 'At most 240.' }],
  })
})

test('a timesheet announces nothing until it is submitted', async () => {
  expect(await db.select().from(outbox)).toEqual([])
})

test('POST entries, 400: planned leave is entered up to 31 days ahead, and nothing beyond', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const on = (work_date: string) => post(actor, { ...meeting, work_date })

  for (const tooFar of ['2026-12-24', '2099-01-01']) {
    const response = await on(tooFar)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ errors: [{ pointer: '#/work_date' }] })
  }
  expect((await on('2026-12-23')).statusCode).toBe(201)
  expect(await entriesOf(person.id)).toHaveLength(1)
})
