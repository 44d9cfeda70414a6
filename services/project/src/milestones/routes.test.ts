import { milestoneListSchema, milestoneSchema } from '@milepost/api-contracts/projects'
import { milestones } from '@milepost/db-schemas/milestones'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  announced,
  eventTypes,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

const manager = actorWith('project_manager', { id: await addPerson(db) })
const outsider = actorWith('project_manager', { team_ids: [uuidv7()] })
const list = (projectId: string) => ({
  ...{ method: 'GET' as const, url: `/projects/${projectId}/milestones` },
})
const patch = (id: string, body: object, actor = manager, headers: Record<string, string> = {}) =>
  send(actor, { method: 'PATCH', url: `/milestones/${id}`, body, headers })

beforeEach(() => db.delete(outbox))

test('POST milestones, 201: its first date is the one it is measured against', async () => {
  const { id } = await addProject(db)
  const body = { name: 'Cut-over', due_date: '2026-12-01' }
  const headers = { 'idempotency-key': 'key-12345678' }
  const create = () =>
    send(manager, { method: 'POST', url: `/projects/${id}/milestones`, body, headers })

  const [first, again] = [await create(), await create()]

  expect(first.statusCode).toBe(201)
  expect(again.json()).toEqual(first.json())
  expect(milestoneSchema.parse(first.json())).toMatchObject({
    ...{ due_date: '2026-12-01', original_due_date: '2026-12-01', status: 'upcoming' },
  })
  expect(await announced(db)).toMatchObject([{ event_type: 'project.milestone', change: 'added' }])
})

test('GET milestones, 200: by date, with how many of the tasks that lead there are done', async () => {
  const { id: project_id } = await addProject(db)
  const late = await addMilestone(db, { project_id, due_date: '2027-01-01' })
  const soon = await addMilestone(db, { project_id, due_date: '2026-12-01' })
  await addMilestone(db, { project_id, deleted_at: new Date() })
  for (const status of ['done', 'todo', 'cancelled'] as const) {
    await addTask(db, { project_id, milestone_id: soon.id, status })
  }
  const { items } = milestoneListSchema.parse((await send(manager, list(project_id))).json())
  expect(items.map(({ id, tasks, at_risk }) => [id, tasks, at_risk])).toEqual([
    [soon.id, { done: 1, total: 2 }, true],
    [late.id, { done: 0, total: 0 }, false],
  ])
  expect(items[0]?.at_risk_reason).toBe(
    'Due within two weeks, and a task that leads to it is open.',
  )
})

test('PATCH milestone, 200: each thing that became different is announced', async () => {
  const { id: project_id } = await addProject(db)
  const { id } = await addMilestone(db, { project_id })
  const body = { version: 1, name: 'Go-live', due_date: '2026-12-24', status: 'achieved' }

  const response = await patch(id, body)

  expect(response.json()).toMatchObject({
    ...{ name: 'Go-live', due_date: '2026-12-24', original_due_date: '2026-12-01', version: 2 },
    ...{ status: 'achieved', achieved_on: '2026-11-18' },
  })
  const events = await announced(db)
  expect(events.map(({ change }) => change)).toEqual(['achieved', 'moved', 'renamed'])
  expect(events[1]).toMatchObject({ previous_due_date: '2026-12-01', due_date: '2026-12-24' })

  await patch(id, { version: 2, status: 'upcoming' })
  expect((await announced(db)).at(-1)).toMatchObject({ change: 'reopened', achieved_on: null })
})

test('PATCH milestone, 200: a missed one that is moved to a day yet to come is upcoming again', async () => {
  const { id: project_id } = await addProject(db)
  const missed = { project_id, due_date: '2026-11-01', status: 'missed' as const }
  const { id } = await addMilestone(db, missed)
  expect((await patch(id, { version: 1, due_date: '2026-11-10' })).json().status).toBe('missed')
  expect((await patch(id, { version: 2, due_date: '2026-12-10' })).json().status).toBe('upcoming')
})

test('PATCH milestone, 400, 403, 404, 409, 428: and nothing changed', async () => {
  const { id: project_id } = await addProject(db)
  const milestone = await addMilestone(db, { project_id })
  const statusOf = async (body: object, actor = manager) =>
    (await patch(milestone.id, body, actor)).statusCode
  expect(await statusOf({ version: 1, achieved_on: '2026-11-01' })).toBe(400)
  expect(await statusOf({ version: 1, due_date: 'soon' })).toBe(400)
  expect(await statusOf({ version: 1, name: 'Mine' }, actorWith('contributor'))).toBe(403)
  expect(await statusOf({ version: 1, name: 'Mine' }, actorWith('executive'))).toBe(403)
  expect(await statusOf({ nonsense: true }, outsider)).toBe(404)
  expect(await statusOf({ version: 2, name: 'Other' })).toBe(409)
  expect(await statusOf({ name: 'Other' })).toBe(428)
  const both = actorWith('executive', { roles: ['executive', 'project_manager'], team_ids: [] })
  expect(await statusOf({ version: 1, name: 'Other' }, both)).toBe(403)

  const rows = await db.select().from(milestones).where(eq(milestones.id, milestone.id))
  expect(rows).toEqual([milestone])
  expect(await eventTypes(db)).toEqual([])
})

test('PATCH milestone, 404: another team’s looks exactly like a missing one', async () => {
  const { id: project_id } = await addProject(db, { team_id: uuidv7() })
  const { id } = await addMilestone(db, { project_id })
  const ask = (milestoneId: string) => patch(milestoneId, { version: 1 }, manager, sameForBoth)
  const [hidden, missing] = [await ask(id), await ask(uuidv7())]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})

test('DELETE milestone, 204: it is gone, its row stays, its tasks lead nowhere', async () => {
  const { id: project_id } = await addProject(db)
  const { id } = await addMilestone(db, { project_id })
  await addTask(db, { project_id, milestone_id: id })
  await db.delete(outbox)
  const remove = (actor = manager) => send(actor, { method: 'DELETE', url: `/milestones/${id}` })
  expect((await remove(outsider)).statusCode).toBe(404)
  expect((await remove()).statusCode).toBe(204)
  expect((await remove()).statusCode).toBe(404)
  expect((await send(manager, list(project_id))).json().items).toEqual([])
  expect(await announced(db)).toMatchObject([{ change: 'removed', version: 2 }])
})
