import { gunzipSync } from 'node:zlib'
import { timelineSchema } from '@milepost/api-contracts/timeline'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  addTeam,
  admin,
  openService,
  sameForBoth,
  teamId,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
await addTeam(db, teamId)

const timeline = (projectId: string, headers: Record<string, string> = {}, query = '') => ({
  ...{ method: 'GET' as const, url: `/projects/${projectId}/timeline${query}`, headers },
})
const read = async (projectId: string, actor = admin) => {
  const response = await send(actor, timeline(projectId))
  // What goes out as ready bytes never passes the serializer, so here it has to be the contract's.
  const parsed = timelineSchema.parse(response.json())
  expect(response.json()).toEqual(parsed)
  return parsed
}

async function link(project_id: string, predecessor_id: string, successor_id: string) {
  const [added] = await db
    .insert(taskDependencies)
    .values({ project_id, predecessor_id, successor_id, lag_minutes: 480 })
    .returning()
  if (!added) throw new Error('insert returned nothing')
  return added
}

test('GET timeline, 200: parents before their subtasks, with the span and the completion of what is below', async () => {
  const { id: project_id } = await addProject(db, { start_date: '2026-11-02' })
  const assignee_id = await addPerson(db)
  const last = await addTask(db, { project_id, title: 'Cut over "all" \\ ü 🚀', assignee_id })
  const parent = await addTask(db, { project_id, due_date: '2026-10-01' })
  const under = { project_id, parent_task_id: parent.id }
  await addTask(db, { project_id })
  const first = await addTask(db, {
    ...{ ...under, start_date: '2026-11-02', due_date: '2026-11-06', estimate_minutes: 60 },
  })
  await addTask(db, { ...under, due_date: '2026-11-20', status: 'done', estimate_minutes: 180 })
  await addTask(db, { ...under, due_date: '2027-12-31', status: 'cancelled' })

  const { tasks, ...rest } = await read(project_id)

  expect(tasks.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6, 3])
  expect(tasks[1]).toMatchObject({
    ...{ id: parent.id, start_date: '2026-11-02', due_date: '2026-11-20' },
    completion_percentage: 75,
  })
  expect(tasks[2]).toMatchObject({ id: first.id, parent_task_id: parent.id })
  expect(tasks[0]).toEqual({
    ...{ id: last.id, number: 1, title: last.title, status: 'todo', assignee_id },
    ...{ completion_percentage: 0, version: 1 },
  })
  expect(rest).toMatchObject({
    ...{ project_id, start_date: '2026-11-02', finish_date: null, scheduling_mode: 'warn' },
    ...{ project_version: 1, board_version: 9, can: { plan: true }, links: [], baselines: [] },
  })
})

test('GET timeline, 200: links, milestones and the days the team works on', async () => {
  const team_id = await addTeam(db)
  const { id: project_id } = await addProject(db, { team_id })
  const [one, other] = [await addTask(db, { project_id }), await addTask(db, { project_id })]
  const { id } = await link(project_id, one.id, other.id)
  const milestone = await addMilestone(db, { project_id, due_date: '2026-12-20' })
  const calendarId = uuidv7()
  await db.owner.execute(
    sql`insert into auth.calendars (id, scope, team_id, weekend)
        values (${calendarId}, 'team', ${team_id}, '{5,6}')`,
  )
  await db.owner.execute(
    sql`insert into auth.calendar_days (id, calendar_id, day, kind, name)
        values (${uuidv7()}, ${calendarId}, '2026-12-25', 'holiday', 'Christmas Day')`,
  )
  await db.owner.execute(
    sql`insert into auth.change_windows (id, calendar_id, kind, name, starts_on, ends_on)
        values (${uuidv7()}, ${calendarId}, 'freeze', 'Year end', '2026-12-18', '2027-01-04')`,
  )

  expect(await read(project_id)).toMatchObject({
    links: [
      {
        ...{ id, predecessor_id: one.id, successor_id: other.id },
        ...{ type: 'FS', lag_minutes: 480 },
      },
    ],
    milestones: [{ id: milestone.id, due_date: '2026-12-20', achieved_on: null }],
    calendar: {
      weekend: [5, 6],
      holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
      windows: [{ kind: 'freeze', name: 'Year end', starts_on: '2026-12-18' }],
    },
  })
})

test('GET timeline, 200: the critical path and its floats, from the dates as they are', async () => {
  const { id: project_id } = await addProject(db)
  const first = await addTask(db, { project_id, start_date: '2026-11-16', due_date: '2026-11-20' })
  const next = await addTask(db, { project_id, start_date: '2026-11-30', due_date: '2026-12-04' })
  const early = await addTask(db, { project_id, start_date: '2026-11-16', due_date: '2026-11-18' })
  await link(project_id, first.id, next.id)
  await link(project_id, next.id, early.id)

  const { tasks, links } = await read(project_id)

  expect(tasks).toMatchObject([
    { id: first.id, total_float_days: 4, free_float_days: 4 },
    { id: next.id, critical: true, total_float_days: 0 },
    { id: early.id, critical: true },
  ])
  expect(tasks[0]?.critical).toBeUndefined()
  expect(links.map(({ violated_days }) => violated_days)).toEqual([undefined, 16])
})

test('GET timeline, 200: of a link into a hidden project only the dates are shown', async () => {
  const [hidden, own] = [await addProject(db, { team_id: await addTeam(db) }), await addProject(db)]
  const before = await addTask(db, { project_id: hidden.id, due_date: '2026-12-04' })
  const after = await addTask(db, { project_id: hidden.id })
  const task = await addTask(db, { project_id: own.id })
  await link(own.id, before.id, task.id)
  await link(hidden.id, task.id, after.id)

  const seen = await read(own.id)
  expect(seen.links).toHaveLength(2)
  expect(seen.external_tasks).toEqual([
    {
      ...{ id: before.id, project_key: hidden.key, title: before.title },
      due_date: '2026-12-04',
    },
    { id: after.id, project_key: hidden.key, title: after.title },
  ])
  const unseen = await read(own.id, actorWith('project_manager'))
  expect(unseen.external_tasks).toEqual([
    { id: before.id, due_date: '2026-12-04' },
    { id: after.id },
  ])
})

test('GET timeline, 304: sent again only when something of it has changed, whichever part', async () => {
  const task = await addTask(db)
  const { project_id } = task
  const other = await addTask(db, { due_date: '2026-12-04' })
  await link(project_id, other.id, task.id)
  const tagOf = async (actor = admin) =>
    String((await send(actor, timeline(project_id))).headers.etag)
  const statusFor = async (etag: string, actor = admin) =>
    (await send(actor, timeline(project_id, { 'if-none-match': etag }))).statusCode

  let etag = await tagOf()
  expect(await statusFor(etag)).toBe(304)
  expect(await statusFor(etag, actorWith('contributor'))).toBe(200)

  const changes = [
    () => addMilestone(db, { project_id }),
    () => send(admin, patch(`/tasks/${task.id}`, { version: 1, due_date: '2026-12-24' })),
    () => send(admin, patch(`/tasks/${other.id}`, { version: 1, due_date: '2026-12-07' })),
    () => send(admin, patch(`/projects/${project_id}`, { version: 1, name: 'Other' })),
  ]
  for (const change of changes) {
    await change()
    expect(await statusFor(etag)).toBe(200)
    etag = await tagOf()
    expect(await statusFor(etag)).toBe(304)
  }
})

const patch = (url: string, body: object) => ({ method: 'PATCH' as const, url, body })

test('GET timeline, 200: compressed bytes are the same timeline', async () => {
  const { project_id } = await addTask(db)
  const plain = await send(admin, timeline(project_id))
  const zipped = await send(admin, timeline(project_id, { 'accept-encoding': 'gzip' }))
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload)
})

test('GET timeline, 404: another team’s looks exactly like a missing one', async () => {
  const { id } = await addProject(db, { team_id: uuidv7() })
  const [hidden, missing] = [
    await send(actorWith('contributor'), timeline(id, sameForBoth)),
    await send(actorWith('contributor'), timeline(uuidv7(), sameForBoth)),
  ]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})

test('GET timeline, 400 and 422: a baseline that is no id, and one of no or another project', async () => {
  const { project_id } = await addTask(db)
  const statusFor = async (query: string) =>
    (await send(admin, timeline(project_id, {}, query))).statusCode
  expect(await statusFor('?baseline_id=latest')).toBe(400)
  expect(await statusFor(`?baseline_id=${uuidv7()}`)).toBe(422)
})
