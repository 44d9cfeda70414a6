import { projectPageSchema, projectSchema } from '@milepost/api-contracts/projects'
import { projects } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  addTeam,
  admin,
  announced,
  openService,
  sameForBoth,
  teamId,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
await addTeam(db, teamId)

const manager = actorWith('project_manager', { id: await addPerson(db) })
let created = 0
const nextKey = () => `K${created++}`
const create = (body: object, headers: Record<string, string> = {}, actor = manager) =>
  send(actor, {
    ...{ method: 'POST', url: '/projects', headers },
    body: { key: nextKey(), name: 'Tape library', team_id: teamId, ...body },
  })
const patch = (id: string, body: object, actor = manager, headers: Record<string, string> = {}) =>
  send(actor, { method: 'PATCH', url: `/projects/${id}`, body, headers })
const list = async (actor = manager, query = '') =>
  projectPageSchema.parse((await send(actor, { method: 'GET', url: `/projects${query}` })).json())

test('POST projects, 201: a project with its board, announced', async () => {
  const manager_id = await addPerson(db, { name: 'Priya Nair' })
  const response = await create({ manager_id, start_date: '2026-11-01', finish_date: '2027-02-01' })

  expect(response.statusCode).toBe(201)
  const project = projectSchema.parse(response.json())
  expect(project).toMatchObject({
    ...{ status: 'planning', version: 1, completion_percentage: null, task_count: 0 },
    team: { id: teamId },
    manager: { id: manager_id, display_name: 'Priya Nair' },
    can: { update: true, delete: true, create_task: true, create_milestone: true, analyze: true },
  })
  const kanban = await send(manager, { method: 'GET', url: `/projects/${project.id}/kanban` })
  expect(kanban.json().columns).toHaveLength(7)
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'project.created', project_id: project.id, team_id: teamId },
    ...{ status: 'planning', version: 1, actor_user_id: manager.id },
  })
})

test('POST projects, 201: the same key creates once', async () => {
  const body = { key: nextKey() }
  const headers = { 'idempotency-key': 'key-12345678' }
  const [first, again] = [await create(body, headers), await create(body, headers)]
  expect(again.json()).toEqual(first.json())
  expect((await create({ ...body, name: 'Other' }, headers)).statusCode).toBe(422)
})

test('POST projects, 409: two projects never share a key', async () => {
  const key = nextKey()
  await create({ key })
  const response = await create({ key })
  expect(response.statusCode).toBe(409)
  expect(response.json().type).toBe('/problems/key-taken')
})

test('POST projects, 422: another team is refused like one that does not exist, and nothing is left', async () => {
  const theirs = await addTeam(db)
  const before = await db.select().from(projects)
  const key = nextKey()
  const into = (team_id: string, actor = manager) => create({ key, team_id }, sameForBoth, actor)
  const [foreign, missing] = [await into(theirs), await into(uuidv7())]
  expect(foreign.statusCode).toBe(422)
  expect(foreign.json()).toMatchObject({ errors: [{ pointer: '#/team_id' }] })
  expect(foreign.rawPayload).toEqual(missing.rawPayload)
  expect((await into(uuidv7(), admin)).statusCode).toBe(422)
  // Who reads everything as an executive still owns projects only as a manager of the team.
  const both = actorWith('executive', { roles: ['executive', 'project_manager'] })
  expect((await into(theirs, both)).statusCode).toBe(422)
  expect(await db.select().from(projects)).toEqual(before)
})

test('POST projects, 422: a manager who is no active member of the team, or an unknown category', async () => {
  const outsider = await addPerson(db, { team: await addTeam(db) })
  const inactive = await addPerson(db, { active: false })
  for (const body of [
    ...[outsider, inactive, uuidv7()].map((manager_id) => ({ manager_id })),
    { category_id: uuidv7() },
  ]) {
    const response = await create(body)
    expect(response.statusCode).toBe(422)
    expect(response.json().errors[0].pointer).toBe(`#/${Object.keys(body)[0]}`)
  }
})

test('GET projects, 200: only what the reader sees, in the total and over all pages too', async () => {
  const team_ids = [uuidv7(), uuidv7()]
  for (const [index, team_id] of team_ids.entries()) {
    await addProject(db, { team_id, name: `Own ${index}` })
    await addProject(db, { team_id, name: `Own ${index} more`, status: 'completed' })
  }
  await addProject(db, { team_id: uuidv7() })
  const reader = actorWith('contributor', { team_ids })

  const names: string[] = []
  let page = await list(reader, '?limit=3')
  names.push(...page.items.map(({ name }) => name))
  page = await list(reader, `?limit=3&cursor=${page.next_cursor}`)
  names.push(...page.items.map(({ name }) => name))

  expect(page).toMatchObject({ total: 4, next_cursor: null })
  expect(names).toEqual(['Own 0', 'Own 0 more', 'Own 1', 'Own 1 more'])
  expect((await list(reader, '?status=completed')).total).toBe(2)
  await addTeam(db, team_ids[0])
  expect((await list(reader, `?team_id=${team_ids[0]}`)).total).toBe(2)
  expect((await list(actorWith('executive', { team_ids: [] }))).total).toBe(
    (await list(admin)).total,
  )
  expect((await list(actorWith('contributor', { team_ids: [] }))).total).toBe(0)
})

test('GET projects, 422: the filter names no team that the reader may not know', async () => {
  const ask = (team_id: string) =>
    send(manager, { method: 'GET', url: `/projects?team_id=${team_id}`, headers: sameForBoth })
  const [foreign, missing] = [await ask(await addTeam(db)), await ask(uuidv7())]
  expect(foreign.statusCode).toBe(422)
  expect(foreign.rawPayload).toEqual(missing.rawPayload)
})

test('GET project, 404: another team’s project looks exactly like a missing one', async () => {
  const { id } = await addProject(db, { team_id: uuidv7() })
  const ask = (projectId: string) =>
    send(manager, { method: 'GET', url: `/projects/${projectId}`, headers: sameForBoth })
  const [hidden, missing] = [await ask(id), await ask(uuidv7())]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})

test('PATCH project, 200: changed fields are saved and announced; health is dated when it changes', async () => {
  const { id } = await addProject(db)
  const amber = await patch(id, { version: 1, declared_health: 'amber', health_note: 'Racks late' })
  expect(amber.json()).toMatchObject({
    ...{ declared_health: 'amber', health_declared_at: '2026-11-18T10:00:00.000Z', version: 2 },
  })
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'project.updated', version: 2 },
    changed_fields: ['declared_health', 'health_note'],
  })
  const said = await db.select().from(projects)
  await patch(id, { version: 2, declared_health: 'amber' })
  const again = await db.select().from(projects)
  const declaredAt = (rows: typeof said) => rows.find((row) => row.id === id)?.health_declared_at
  expect(declaredAt(again)).toEqual(declaredAt(said))
})

test('PATCH project, 200: a completed project has the day it was completed, until it is taken up again', async () => {
  const { id } = await addProject(db)
  const completedOn = async () =>
    (await db.select().from(projects)).find((row) => row.id === id)?.completed_on
  await patch(id, { version: 1, status: 'completed' })
  expect(await completedOn()).toBe('2026-11-18')
  await patch(id, { version: 2, status: 'active' })
  expect(await completedOn()).toBeNull()
})

test('PATCH project, 409, 428, 400, 403, 404: and nothing changed', async () => {
  const { id } = await addProject(db)
  const before = await db.select().from(projects)
  const events = await announced(db)
  const statusOf = async (body: object, actor = manager) =>
    (await patch(id, body, actor)).statusCode
  expect(await statusOf({ version: 2, name: 'Other' })).toBe(409)
  expect(await statusOf({ name: 'Other' })).toBe(428)
  expect(await statusOf({ version: 1, name: '' })).toBe(400)
  expect(await statusOf({ version: 1, key: 'OTHER' })).toBe(400)
  expect(await statusOf({ version: 1, name: 'Other' }, actorWith('executive'))).toBe(403)
  const outsider = actorWith('project_manager', { team_ids: [] })
  expect(await statusOf({ nonsense: true }, outsider)).toBe(404)
  // A manager who sees it only as an executive.
  const both = actorWith('executive', { roles: ['executive', 'project_manager'], team_ids: [] })
  expect(await statusOf({ version: 1, name: 'Other' }, both)).toBe(403)
  expect(await db.select().from(projects)).toEqual(before)
  expect(await announced(db)).toEqual(events)
})

test('PATCH project, 422: a project is given only to a team that the manager is in', async () => {
  const { id } = await addProject(db)
  const [theirs, own] = [await addTeam(db), await addTeam(db)]
  const into = (team_id: string) => patch(id, { version: 1, team_id }, manager, sameForBoth)
  const [foreign, missing] = [await into(theirs), await into(uuidv7())]
  expect(foreign.statusCode).toBe(422)
  expect(foreign.rawPayload).toEqual(missing.rawPayload)
  const inBoth = actorWith('project_manager', { team_ids: [teamId, own] })
  expect((await patch(id, { version: 1, team_id: own }, inBoth)).json().team.id).toBe(own)
  expect((await patch(id, { version: 2, name: 'Other' })).statusCode).toBe(404)
})

test('DELETE project, 204: it is gone from lists and addresses, its tasks too, and its rows stay', async () => {
  const task = await addTask(db)
  const { project_id } = task
  const remove = (headers = {}) =>
    send(manager, { method: 'DELETE', url: `/projects/${project_id}`, headers })
  expect((await remove({ 'if-match': '"4"' })).statusCode).toBe(409)
  expect((await remove()).statusCode).toBe(204)
  expect((await remove()).statusCode).toBe(404)
  for (const url of [
    `/projects/${project_id}`,
    `/projects/${project_id}/kanban`,
    `/tasks/${task.id}`,
  ]) {
    expect((await send(admin, { method: 'GET', url })).statusCode).toBe(404)
  }
  expect((await list(admin)).items.map(({ id }) => id)).not.toContain(project_id)
  expect((await db.select().from(projects)).map(({ id }) => id)).toContain(project_id)
  expect((await announced(db)).at(-1)).toMatchObject({ event_type: 'project.deleted', project_id })
})

test('GET members, 200: the active people of the owning team, by name, and nothing else about them', async () => {
  const team = await addTeam(db)
  const { id } = await addProject(db, { team_id: team })
  const [tom, ana] = [
    await addPerson(db, { team, name: 'Tom' }),
    await addPerson(db, { team, name: 'Ana' }),
  ]
  await addPerson(db, { team, name: 'Gone', active: false })
  const response = await send(admin, { method: 'GET', url: `/projects/${id}/members` })
  expect(response.json()).toEqual({
    items: [
      { id: ana, display_name: 'Ana' },
      { id: tom, display_name: 'Tom' },
    ],
  })
})
