import { auditLog, outbox, teamMemberships, teams } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addSkill, addTeam, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

const read = async (actor: Actor | null, url = '/teams', headers = {}) =>
  (await serviceFor(db, actor)).send({ method: 'GET', url, headers })
const post = async (actor: Actor | null, url: string, body: object, headers = {}) =>
  (await serviceFor(db, actor)).send({ method: 'POST', url, body, headers })

const memberOf = (role: 'project_manager' | 'contributor', team_id: string) =>
  actorWith(role, { team_ids: [team_id] })

test('GET teams, 200: everybody sees their own teams, administrators all, executives all by name', async () => {
  const [mine, theirs] = [await addTeam(db), await addTeam(db)]
  await addPerson(db, { team_ids: [mine.id] })
  await addPerson(db, { team_ids: [mine.id], is_active: false })
  const gone = await addTeam(db)
  await db.update(teams).set({ deleted_at: new Date() }).where(eq(teams.id, gone.id))
  const full = { id: mine.id, name: mine.name, description: '', member_count: 1, version: 1 }

  for (const role of ['project_manager', 'contributor'] as const) {
    const response = await read(memberOf(role, mine.id))
    expect(response.json()).toEqual({ items: [full], next_cursor: null })
  }
  const all = (await read(actorWith('admin'), '/teams?limit=200')).json().items
  expect(all).toEqual(expect.arrayContaining([full, expect.objectContaining({ id: theirs.id })]))
  expect(JSON.stringify(all)).not.toContain(gone.id)
  const named = (await read(actorWith('executive'), '/teams?limit=200')).json().items
  expect(named).toEqual(all.map(({ id, name }: { id: string; name: string }) => ({ id, name })))
  expect((await read(actorWith('contributor'))).json().items).toEqual([])
})

test('GET teams, 200: page by page, by name', async () => {
  const names = ['A', 'B', 'C'].map((letter) => `0 ${letter} ${uuidv7()}`)
  const ids = []
  for (const name of names) ids.push((await addTeam(db, name)).id)
  const actor = actorWith('contributor', { team_ids: ids })

  const first = (await read(actor, '/teams?limit=2')).json()
  const second = (await read(actor, `/teams?limit=2&cursor=${first.next_cursor}`)).json()

  const seen = [...first.items, ...second.items].map(({ name }: { name: string }) => name)
  expect(seen).toEqual(names)
  expect(second.next_cursor).toBeNull()
})

test('GET team, 200: administrators and the team’s manager see its members, others what they may', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db, { team_ids: [team.id] })
  const url = `/teams/${team.id}`
  const members = [{ id: person.id, display_name: person.display_name, is_lead: false }]

  const admin = (await read(actorWith('admin'), url)).json()
  expect(admin).toMatchObject({ id: team.id, member_count: 1, members })
  expect((await read(memberOf('project_manager', team.id), url)).json()).toEqual(admin)
  const { members: _, ...withoutMembers } = admin
  expect((await read(memberOf('contributor', team.id), url)).json()).toEqual(withoutMembers)
  const executive = (await read(actorWith('executive'), url)).json()
  expect(executive).toEqual({ id: team.id, name: team.name })
})

test('GET team, 404: another team looks exactly like a missing one', async () => {
  const team = await addTeam(db)
  for (const role of ['project_manager', 'contributor'] as const) {
    const actor = memberOf(role, uuidv7())
    const [hidden, missing] = [
      await read(actor, `/teams/${team.id}`, sameForBoth),
      await read(actor, `/teams/${uuidv7()}`, sameForBoth),
    ]
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
  expect((await read(actorWith('admin'), '/teams/42')).statusCode).toBe(400)
  expect((await read(null, `/teams/${team.id}`)).statusCode).toBe(401)
  expect((await read(null)).statusCode).toBe(401)
})

test('POST teams, 201: adds a team once per key, and keeps that in the audit log', async () => {
  const admin = actorWith('admin')
  const team = { name: `Storage ${uuidv7()}`, description: 'SAN, tape and disk.' }
  const key = { 'idempotency-key': 'one-attempt-only' }

  const first = await post(admin, '/teams', team, key)
  const second = await post(admin, '/teams', team, key)

  expect(first.statusCode).toBe(201)
  expect(first.json()).toMatchObject({ ...team, member_count: 0, members: [], version: 1 })
  expect(second.json()).toEqual(first.json())
  expect(
    await db.select().from(auditLog).where(eq(auditLog.object_id, first.json().id)),
  ).toMatchObject([{ action: 'team.created', actor_user_id: admin.id }])
})

test('POST teams, 400, 401, 403 and 409: what is refused', async () => {
  const { name } = await addTeam(db)
  const admin = actorWith('admin')
  expect((await post(admin, '/teams', { name: ' ' })).statusCode).toBe(400)
  expect((await post(admin, '/teams', { name: 'x', version: 1 })).statusCode).toBe(400)
  expect((await post(null, '/teams', { name })).statusCode).toBe(401)
  for (const role of ['project_manager', 'contributor', 'executive'] as const) {
    expect((await post(actorWith(role), '/teams', { nonsense: 1 })).statusCode).toBe(403)
  }
  expect((await post(admin, '/teams', { name })).json()).toMatchObject({
    status: 409,
    type: '/problems/team-name-taken',
  })
})

test('POST members, 201: widens what somebody sees, so their older tokens speak no more', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db)
  const admin = actorWith('admin')

  const response = await post(admin, `/teams/${team.id}/members`, {
    user_id: person.id,
    is_lead: true,
  })

  expect(response.statusCode).toBe(201)
  expect(response.json().members).toEqual([
    { id: person.id, display_name: person.display_name, is_lead: true },
  ])
  const events = (await db.select().from(outbox))
    .map(({ event }) => event as { user_id: string; event_type: string })
    .filter(({ user_id }) => user_id === person.id)
  expect(events).toMatchObject([
    { event_type: 'team.membership_changed', team_id: team.id, change: 'added' },
    { event_type: 'user.access_changed', not_before: expect.any(String) },
  ])
  expect(await db.select().from(auditLog).where(eq(auditLog.object_id, team.id))).toMatchObject([
    { action: 'team.member_added', detail: { user_id: person.id, is_lead: true } },
  ])
})

test('POST members, 403: nobody widens what they see themselves, and is not told whether the team exists', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db)
  for (const role of ['project_manager', 'contributor', 'executive'] as const) {
    const actor = actorWith(role, { id: person.id, team_ids: [team.id] })
    const [existing, missing] = [
      await post(actor, `/teams/${team.id}/members`, { user_id: person.id }, sameForBoth),
      await post(actor, `/teams/${uuidv7()}/members`, { nonsense: 1 }, sameForBoth),
    ]
    expect(existing.statusCode).toBe(403)
    expect(existing.rawPayload).toEqual(missing.rawPayload)
  }
  expect(
    await db.select().from(teamMemberships).where(eq(teamMemberships.team_id, team.id)),
  ).toEqual([])
  expect((await post(null, `/teams/${team.id}/members`, {})).statusCode).toBe(401)
})

test('POST members, 400, 404, 409 and 422: what is refused changes nothing', async () => {
  const team = await addTeam(db)
  const member = await addPerson(db, { team_ids: [team.id] })
  const gone = await addPerson(db, { is_active: false })
  const admin = actorWith('admin')
  const add = (teamId: string, body: object) =>
    post(admin, `/teams/${teamId}/members`, body, sameForBoth)

  expect((await add(team.id, { user_id: member.id, role: 'x' })).statusCode).toBe(400)
  expect((await add(uuidv7(), { user_id: member.id })).statusCode).toBe(404)
  expect((await add(team.id, { user_id: member.id })).json()).toMatchObject({
    type: '/problems/already-member',
  })
  const [inactive, unknown] = [
    await add(team.id, { user_id: gone.id }),
    await add(team.id, { user_id: uuidv7() }),
  ]
  expect(unknown.statusCode).toBe(422)
  expect(inactive.rawPayload).toEqual(unknown.rawPayload)
  expect(
    await db.select().from(teamMemberships).where(eq(teamMemberships.team_id, team.id)),
  ).toHaveLength(1)
})

test('GET skills, 200: the catalogue, for everybody signed in', async () => {
  const person = await addPerson(db)
  const skill = await addSkill(db, person.id, `Skill ${uuidv7()}`)
  const { items } = (await read(actorWith('executive'), '/skills')).json()
  expect(items).toContainEqual({ id: skill.id, name: skill.name, category: 'Network' })
  expect((await read(null, '/skills')).statusCode).toBe(401)
})
