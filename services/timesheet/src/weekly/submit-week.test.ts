import { outbox, timeEntries } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorFor,
  actorWith,
  addEntry,
  addPerson,
  addTeamOfOne,
  addWeek,
  callAs,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
const week = '2026-W47'

const read = (actor: Actor | null, query = `?week=${week}`, headers = {}) =>
  callAs(db, actor, { method: 'GET', url: `/weekly${query}`, headers })
const submit = (actor: Actor | null, body: object = { week }, headers = {}) =>
  callAs(db, actor, { method: 'POST', url: '/weekly/submit', body, headers })

const announced = async (userId: string) =>
  (await db.select().from(outbox))
    .map(({ event }) => event as { user_id: string })
    .filter(({ user_id }) => user_id === userId)

test('POST submit, 200: locks the week and announces it once', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  await addEntry(db, person.id, { minutes: 480 })
  await addEntry(db, person.id, { minutes: 20, deleted_at: new Date() })
  await addEntry(db, person.id, { minutes: 30, work_date: '2026-11-23' })

  const response = await submit(actor, { week }, { 'x-correlation-id': 'req-12345678' })

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    week,
    status: 'submitted',
    revision: 1,
    total_minutes: 480,
    submitted_at: expect.any(String),
  })
  expect(await announced(person.id)).toMatchObject([
    {
      event_type: 'timesheet.submitted',
      correlation_id: 'req-12345678',
      actor_user_id: person.id,
      week_start: '2026-11-16',
      revision: 1,
      minutes: 480,
    },
  ])
  expect((await read(actor)).json()).toMatchObject({ status: 'submitted', can: { edit: false } })
})

test('POST submit, 200: a week without hours can be submitted', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const response = await submit(actorFor('contributor', person))
  expect(response.json()).toMatchObject({ status: 'submitted', total_minutes: 0 })
})

test('POST submit, 200: a week that was sent back goes out again as the next revision', async () => {
  const { person } = await addTeamOfOne(db.owner)
  await addWeek(db, person.id, 'rejected')
  const response = await submit(actorFor('contributor', person))
  expect(response.json()).toMatchObject({ status: 'submitted', revision: 2 })
})

test('POST submit, 200: the same key sent twice submits once', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const key = { 'idempotency-key': 'one-attempt-only' }

  const [first, second] = [await submit(actor, { week }, key), await submit(actor, { week }, key)]

  expect(second.json()).toEqual(first.json())
  expect(await announced(person.id)).toHaveLength(1)
})

test.each([{}, { week: '2025-W53' }, { week: 'now' }, { week, user_id: uuidv7() }])(
  'POST submit, 400: %j',
  async (body) => {
    const { person } = await addTeamOfOne(db.owner)
    expect((await submit(actorFor('admin', person), body)).statusCode).toBe(400)
  },
)

test('POST submit, 401 and 403: without a token, and for executives', async () => {
  expect((await submit(null)).statusCode).toBe(401)
  expect((await submit(actorWith('executive'))).statusCode).toBe(403)
})

test('POST submit, 409: of ten submissions at once one counts', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)

  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(actor)))

  const refused = answers.filter(({ statusCode }) => statusCode === 409)
  expect(refused).toHaveLength(9)
  expect(refused[0]?.json()).toMatchObject({
    type: '/problems/week-already-submitted',
    current: { week, status: 'submitted' },
  })
  expect(await announced(person.id)).toHaveLength(1)
})

test('POST submit: hours that arrive meanwhile are in the submission or are refused', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const log = () =>
    callAs(db, actor, {
      method: 'POST',
      url: '/entries',
      body: { activity: 'Migration', work_date: '2026-11-18', minutes: 10 },
    })

  const [logged, [submitted]] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, log)),
    Promise.all([submit(actor)]),
  ])

  const kept = logged.filter(({ statusCode }) => statusCode === 201).length
  expect(submitted?.json().total_minutes).toBe(kept * 10)
  const entries = await db.select().from(timeEntries).where(eq(timeEntries.user_id, person.id))
  expect(entries).toHaveLength(kept)
})

test('POST submit, 400: a week that has not begun where the person lives is not handed in', async () => {
  const nextWeek = { week: '2026-W48' }
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const response = await submit(actor, nextWeek)
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ errors: [{ pointer: '#/week' }] })
  expect((await read(actor, '?week=2026-W48')).json()).toMatchObject({
    ...{ status: 'draft', can: { edit: true, submit: false } },
  })

  // On that evening in London it is Monday there already.
  const ahead = await addPerson(db.owner, { timezone: 'Pacific/Kiritimati' })
  expect((await submit(actorFor('contributor', ahead), nextWeek)).statusCode).toBe(200)
})
