import { calendarSchema } from '@milepost/api-contracts/calendars'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addTeam, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const sameForBoth = { 'x-correlation-id': 'same-for-both' }
const admin = actorWith('admin')

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const ask = async (
  actor: Actor | null,
  method: Method,
  url: string,
  body?: unknown,
  headers = {},
) => (await serviceFor(db, actor)).send({ method, url: `/calendars${url}`, body, headers })

const team = await addTeam(db)
const manager = actorWith('project_manager', { team_ids: [team.id] })
const member = actorWith('contributor', { team_ids: [team.id] })
const elsewhere = actorWith('project_manager', { team_ids: [uuidv7()] })
const ofTeam = `/team/${team.id}`

const freeze = {
  ...{ kind: 'freeze', name: 'Year end' },
  ...{ starts_on: '2026-12-18', ends_on: '2027-01-04' },
}
const file = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VEVENT', 'UID:1'],
  ...['SUMMARY:Christmas Day', 'DTSTART;VALUE=DATE:20101225', 'RRULE:FREQ=YEARLY', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'SUMMARY:Stand-up', 'DTSTART:20261118T090000Z', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n')

test('GET calendars, 200: one that says nothing yet is there all the same', async () => {
  const response = await ask(member, 'GET', ofTeam)
  expect(response.statusCode).toBe(200)
  expect(calendarSchema.parse(response.json())).toEqual({
    ...{ scope: 'team', team_id: team.id, weekend: null, days: [], windows: [], version: 0 },
    can: { update: false },
  })
  expect((await ask(manager, 'GET', ofTeam)).json().can).toEqual({ update: true })
})

test('PUT weekend, 200, 409 and 428: of two who saw the same calendar one sets it', async () => {
  const { id } = await addTeam(db)
  const put = (body: object) => ask(admin, 'PUT', `/team/${id}/weekend`, body)
  const answers = await Promise.all([
    put({ weekend: [5, 6], version: 0 }),
    put({ weekend: [7], version: 0 }),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const refused = answers.find(({ statusCode }) => statusCode === 409)
  expect(refused?.json()).toMatchObject({
    ...{ type: '/problems/calendar-changed', current: { version: 1 } },
  })
  expect((await put({ weekend: [6, 7] })).statusCode).toBe(428)
  for (const weekend of [[0], [6, 6], [1, 2, 3, 4, 5, 6, 7]]) {
    expect((await put({ weekend, version: 1 })).statusCode).toBe(400)
  }
})

test('POST and DELETE days: a day is closed, then worked on, then like any other', async () => {
  const { id } = await addTeam(db)
  const set = (kind: string, name: string) =>
    ask(admin, 'POST', `/team/${id}/days`, { day: '2026-12-28', kind, name })
  expect((await set('holiday', 'Boxing Day')).json().days).toEqual([
    { day: '2026-12-28', kind: 'holiday', name: 'Boxing Day' },
  ])
  const { days, version } = (await set('working', 'Stock-taking')).json()
  expect(days).toEqual([{ day: '2026-12-28', kind: 'working', name: 'Stock-taking' }])
  expect(version).toBe(2)
  const url = `/team/${id}/days/2026-12-28`
  expect((await ask(admin, 'DELETE', url)).statusCode).toBe(204)
  expect((await ask(admin, 'DELETE', url)).statusCode).toBe(404)
  expect((await ask(admin, 'DELETE', `/team/${id}/days/yesterday`)).statusCode).toBe(400)
})

test('POST import, 200: holidays of a file, as JSON or as it is; a second time nothing is new', async () => {
  const url = `/team/${(await addTeam(db)).id}/import`
  const first = (await ask(admin, 'POST', url, { ics: file })).json()
  expect(first).toMatchObject({ imported: 4, skipped: 1, calendar: { version: 1 } })
  expect(first.calendar.days).toHaveLength(4)
  const again = await ask(admin, 'POST', url, file, { 'content-type': 'text/calendar' })
  expect(again.json()).toMatchObject({ imported: 0, skipped: 1, calendar: { version: 1 } })
  expect((await ask(admin, 'POST', url, { ics: 'hello' })).statusCode).toBe(400)
})

test('windows: added once per key, changed and removed', async () => {
  const key = { 'idempotency-key': uuidv7() }
  const [first, second] = [
    await ask(manager, 'POST', `${ofTeam}/windows`, freeze, key),
    await ask(manager, 'POST', `${ofTeam}/windows`, freeze, key),
  ]
  expect(first.statusCode).toBe(201)
  expect(second.json()).toEqual(first.json())
  const { id } = first.json()
  const moved = { ...freeze, ends_on: '2027-01-08' }
  expect((await ask(manager, 'PUT', `/windows/${id}`, moved)).json()).toEqual({ id, ...moved })
  expect((await ask(member, 'GET', ofTeam)).json().windows).toEqual([{ id, ...moved }])
  const backwards = { ...freeze, ends_on: '2026-12-01' }
  expect((await ask(manager, 'PUT', `/windows/${id}`, backwards)).statusCode).toBe(400)
  expect((await ask(elsewhere, 'PUT', `/windows/${id}`, moved)).statusCode).toBe(404)
  expect((await ask(manager, 'DELETE', `/windows/${id}`)).statusCode).toBe(204)
  expect((await ask(manager, 'DELETE', `/windows/${id}`)).statusCode).toBe(404)
})

const day = { day: '2026-12-25', kind: 'holiday', name: 'Christmas Day' }

test('the organisation’s calendar is everybody’s to read and an administrator’s to change', async () => {
  for (const actor of [admin, manager, member, actorWith('executive')]) {
    expect((await ask(actor, 'GET', '/organisation')).statusCode).toBe(200)
  }
  expect((await ask(admin, 'POST', '/organisation/days', day)).statusCode).toBe(200)
  const { id } = (await ask(admin, 'POST', '/organisation/windows', freeze)).json()
  for (const actor of [manager, member, actorWith('executive')]) {
    expect((await ask(actor, 'POST', '/organisation/days', day)).statusCode).toBe(403)
    expect((await ask(actor, 'DELETE', `/windows/${id}`)).statusCode).toBe(403)
  }
  expect((await ask(null, 'GET', '/organisation')).statusCode).toBe(401)
})

test('a team’s calendar is as visible as the team, and its manager’s to change', async () => {
  expect((await ask(manager, 'POST', `${ofTeam}/days`, day)).statusCode).toBe(200)
  expect((await ask(member, 'POST', `${ofTeam}/days`, day)).statusCode).toBe(403)
  expect((await ask(actorWith('executive'), 'GET', ofTeam)).statusCode).toBe(200)
  const [hidden, missing] = [
    await ask(elsewhere, 'GET', ofTeam, undefined, sameForBoth),
    await ask(elsewhere, 'GET', `/team/${uuidv7()}`, undefined, sameForBoth),
  ]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})

test('a person’s calendar is their own, and who manages them may change it too', async () => {
  const person = await addPerson(db, { team_ids: [team.id] })
  const url = `/person/${person.id}`
  const self = actorWith('contributor', { id: person.id, team_ids: [team.id] })
  for (const actor of [self, manager, admin]) {
    expect((await ask(actor, 'POST', `${url}/days`, day)).statusCode).toBe(200)
    expect((await ask(actor, 'GET', url)).json()).toMatchObject({ user_id: person.id, days: [day] })
  }
  for (const actor of [member, elsewhere, actorWith('executive')]) {
    expect((await ask(actor, 'GET', url)).statusCode).toBe(404)
    expect((await ask(actor, 'POST', `${url}/days`, day)).statusCode).toBe(404)
  }
})
