import { activityPageSchema, hierarchySchema } from '@milepost/api-contracts/discussion'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const sara = actorWith('contributor', { id: await addPerson(db, { name: 'Sara Lind' }) })

const read = async (path: string, actor = manager) =>
  activityPageSchema.parse((await send(actor, { method: 'GET', url: path })).json())
const change = (taskId: string, body: object) =>
  send(manager, { method: 'PATCH', url: `/tasks/${taskId}`, body })

test('GET activity, 200: every field before and after, with names where the log has ids', async () => {
  const { id: project_id } = await addProject(db)
  const milestone = await addMilestone(db, { project_id, name: 'Cut-over' })
  const parent = await addTask(db, { project_id, title: 'Move the racks' })
  const task = await addTask(db, { project_id })
  const changed = await change(task.id, {
    ...{ version: 1, assignee_id: sara.id, milestone_id: milestone.id, parent_task_id: parent.id },
    ...{ labels: ['network'], estimate_minutes: 90, description: 'x'.repeat(2_000) },
  })
  expect(changed.statusCode).toBe(200)
  await change(task.id, { version: 2, assignee_id: null })

  const { items } = await read(`/tasks/${task.id}/activity`)

  expect(items.map(({ kind }) => kind)).toEqual(['updated', 'updated', 'created'])
  expect(items[0]).toMatchObject({
    actor: { id: manager.id, display_name: 'Priya Raman' },
    task: { id: task.id, title: task.title, deleted: false },
    changes: [{ field: 'assignee_id', before: 'Sara Lind', after: null }],
  })
  expect(Object.fromEntries(items[1]?.changes.map((one) => [one.field, one.after]) ?? [])).toEqual({
    ...{ assignee_id: 'Sara Lind', milestone_id: 'Cut-over', labels: ['network'] },
    ...{ estimate_minutes: 90, description: `${'x'.repeat(499)}…` },
    parent_task_id: expect.stringMatching(/^[A-Z]+-1 Move the racks$/),
  })
})

test('GET activity of a project, 200: page by page, of one person or one kind, deletions included', async () => {
  const { id: project_id } = await addProject(db)
  const task = await addTask(db, { project_id })
  const say = {
    method: 'POST',
    url: `/tasks/${task.id}/comments`,
    body: { body: 'Done.' },
  } as const
  await send(sara, say)
  await change(task.id, { version: 1, title: 'Second' })
  await send(manager, {
    ...{ method: 'DELETE', url: `/tasks/${task.id}`, headers: { 'if-match': '"2"' } },
  })
  const path = `/projects/${project_id}/activity`

  const first = await read(`${path}?limit=3`)
  const rest = await read(`${path}?limit=3&cursor=${first.next_cursor}`)

  expect([...first.items, ...rest.items].map(({ kind }) => kind)).toEqual([
    ...['deleted', 'updated', 'commented', 'created'],
  ])
  expect(rest.next_cursor).toBeNull()
  expect(first.items[0]?.task.deleted).toBe(true)
  expect((await read(`${path}?actor_id=${sara.id}`)).items).toMatchObject([{ kind: 'commented' }])
  expect((await read(`${path}?kind=updated`)).items).toMatchObject([
    { changes: [{ field: 'title', before: task.title, after: 'Second' }] },
  ])
})

test('GET activity, 404: of another team’s task or project it looks exactly like a missing one', async () => {
  const { id: project_id } = await addProject(db, { team_id: uuidv7() })
  const task = await addTask(db, { project_id })
  for (const [kind, id] of [
    ['tasks', task.id],
    ['projects', project_id],
  ]) {
    const ask = (one: unknown) =>
      send(manager, { method: 'GET', url: `/${kind}/${one}/activity`, headers: sameForBoth })
    const [hidden, missing] = [await ask(id), await ask(uuidv7())]
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
})

test('GET hierarchy, 200: what it is a part of, topmost first, and its subtasks, without those deleted', async () => {
  const { id: project_id } = await addProject(db)
  const top = await addTask(db, { project_id, title: 'Top' })
  const middle = await addTask(db, { project_id, title: 'Middle', parent_task_id: top.id })
  const under = { project_id, parent_task_id: middle.id }
  const task = await addTask(db, { ...under, title: 'One', assignee_id: sara.id })
  const gone = await addTask(db, { ...under, title: 'Other' })
  await send(manager, {
    ...{ method: 'DELETE', url: `/tasks/${gone.id}`, headers: { 'if-match': '"1"' } },
  })
  const ask = async (id: string, actor = manager) =>
    hierarchySchema.parse(
      (await send(actor, { method: 'GET', url: `/tasks/${id}/hierarchy` })).json(),
    )

  expect((await ask(task.id)).ancestors.map(({ title }) => title)).toEqual(['Top', 'Middle'])
  expect(await ask(middle.id)).toMatchObject({
    subtasks: [{ id: task.id, assignee: { display_name: 'Sara Lind' }, can: { update: true } }],
    can: { add: true, move: true },
  })
  const other = actorWith('contributor')
  expect(await ask(middle.id, other)).toMatchObject({
    subtasks: [{ can: { update: false } }],
    can: { add: false, move: false },
  })
  expect((await ask(middle.id, sara)).subtasks).toMatchObject([{ can: { update: true } }])
})

test('PUT and DELETE watch: oneself, once, seen by who reads the task; an executive only reads', async () => {
  const task = await addTask(db)
  const watch = async (method: 'PUT' | 'DELETE', actor = sara) =>
    (await send(actor, { method, url: `/tasks/${task.id}/watch` })).statusCode
  const watchers = async (actor = manager) =>
    (await send(actor, { method: 'GET', url: `/tasks/${task.id}/watchers` })).json()
  expect([await watch('PUT'), await watch('PUT')]).toEqual([204, 204])
  expect(await watchers()).toEqual({
    items: [{ id: sara.id, display_name: 'Sara Lind' }],
    can: { watch: true },
  })
  expect((await watchers(actorWith('executive', { team_ids: [] }))).can).toEqual({ watch: false })
  expect(await watch('PUT', actorWith('executive'))).toBe(403)
  expect(await watch('PUT', actorWith('contributor', { team_ids: [] }))).toBe(404)
  expect([await watch('DELETE'), await watch('DELETE')]).toEqual([204, 204])
  expect((await watchers()).items).toEqual([])
})
