import { timeEntries } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorFor, actorWith, addEntry, addTeamOfOne, addWeek, callAs } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

const day = '2026-11-18'

const patch = (actor: Actor | null, id: string, body: object, headers = {}) =>
  callAs(db, actor, { method: 'PATCH', url: `/entries/${id}`, body, headers })
const list = (actor: Actor | null, query = '', headers = {}) =>
  callAs(db, actor, { method: 'GET', url: `/entries${query}`, headers })

const entriesOf = (userId: string) =>
  db.select().from(timeEntries).where(eq(timeEntries.user_id, userId))

test('PATCH entry, 200: changes minutes and note', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id)

  const response = await patch(actorFor('contributor', person), entry.id, {
    version: 1,
    minutes: 1440,
    note: 'All day.',
  })

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ minutes: 1440, note: 'All day.', version: 2 })
})

test('PATCH entry, 200: no minutes remove it, and then it is gone', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const entry = await addEntry(db, person.id)

  const response = await patch(actor, entry.id, { version: 1, minutes: 0 })

  expect(response.json()).toMatchObject({ minutes: 0, version: 2 })
  expect((await list(actor)).json().items).toEqual([])
  expect((await patch(actor, entry.id, { version: 2, minutes: 5 })).statusCode).toBe(404)
  expect(await entriesOf(person.id)).toMatchObject([{ minutes: 60, deleted_at: expect.any(Date) }])
})

test.each([
  ['an unknown field', { version: 1, minutes: 5, work_date: day }],
  ['nothing to change', { version: 1 }],
  ['minutes below zero', { version: 1, minutes: -1 }],
])('PATCH entry, 400: %s', async (_what, body) => {
  const { person } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id)
  expect((await patch(actorFor('contributor', person), entry.id, body)).statusCode).toBe(400)
  expect((await patch(actorFor('contributor', person), '42', body)).statusCode).toBe(400)
})

test('PATCH entry, 403: whoever may see another’s hours may not for that reason change them', async () => {
  const { person, team } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id)
  const statusFor = async (actor: Actor) =>
    (await patch(actor, entry.id, { nonsense: 1 })).statusCode

  expect(await statusFor(actorWith('admin'))).toBe(403)
  expect(await statusFor(actorWith('project_manager', { team_ids: [team.id] }))).toBe(403)
  expect(await statusFor(actorWith('executive'))).toBe(403)
  expect(await entriesOf(person.id)).toMatchObject([{ minutes: 60, version: 1 }])
})

test('PATCH entry, 404: another’s entry looks exactly like a missing one', async () => {
  const { person, team } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id)
  const strangers = [
    actorWith('project_manager', { team_ids: [uuidv7()] }),
    actorWith('contributor', { team_ids: [team.id] }),
  ]
  for (const actor of strangers) {
    const ask = (id: string) => patch(actor, id, { version: 1, minutes: 5 }, sameForBoth)
    const [hidden, missing] = [await ask(entry.id), await ask(uuidv7())]
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
  expect((await patch(null, entry.id, {})).statusCode).toBe(401)
})

test('PATCH entry, 409: an outdated version is answered with what the entry is now', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id, { version: 3 })

  const response = await patch(actorFor('contributor', person), entry.id, {
    version: 2,
    minutes: 5,
  })

  expect(response.statusCode).toBe(409)
  expect(response.json()).toMatchObject({
    type: '/problems/entry-changed',
    current: { id: entry.id, minutes: 60, version: 3 },
  })
})

test('PATCH entry, 409: the hours of a submitted week stay as they were submitted', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const entry = await addEntry(db, person.id)
  await addWeek(db, person.id, 'submitted')
  for (const change of [{ minutes: 0 }, { minutes: 5 }, { note: 'x' }]) {
    const response = await patch(actorFor('contributor', person), entry.id, {
      version: 1,
      ...change,
    })
    expect(response.json()).toMatchObject({ type: '/problems/week-locked' })
  }
  expect(await entriesOf(person.id)).toMatchObject([{ minutes: 60, version: 1, deleted_at: null }])
})

test('PATCH entry, 422 and 428: a day has 24 hours, and a change says which version it saw', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  const entry = await addEntry(db, person.id)
  await addEntry(db, person.id, { minutes: 1000 })

  expect((await patch(actor, entry.id, { version: 1, minutes: 441 })).statusCode).toBe(422)
  expect((await patch(actor, entry.id, { minutes: 440 })).statusCode).toBe(428)
  expect((await patch(actor, entry.id, { version: 1, minutes: 440 })).statusCode).toBe(200)
})
