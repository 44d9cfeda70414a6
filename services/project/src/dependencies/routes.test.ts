import { taskActivityLog } from '@milepost/db-schemas/history'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { projectProgress } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addProject,
  addTask,
  admin,
  announced,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager')

const post = (url: string, body: object, headers: Record<string, string> = {}) => ({
  ...{ method: 'POST' as const, url, body, headers },
})
const link = (successorId: string, predecessor_id: string, more: object = {}) =>
  send(manager, post(`/tasks/${successorId}/dependencies`, { predecessor_id, ...more }))
const linkAcross = (successorId: string, predecessor_id: string, actor = admin) =>
  send(actor, post(`/tasks/${successorId}/external-dependencies`, { predecessor_id }))

async function addChain(count: number) {
  const project = await addProject(db)
  const tasks = []
  for (let index = 0; index < count; index++) {
    tasks.push(await addTask(db, { project_id: project.id }))
  }
  return { project, tasks, ids: tasks.map(({ id }) => id) }
}

const boardVersion = async (projectId: string) => {
  const [row] = await db
    .select()
    .from(projectProgress)
    .where(eq(projectProgress.project_id, projectId))
  return row?.board_version
}

test('POST dependencies, 201: both tasks show the link, the board has changed, the activity names it', async () => {
  const { project, ids } = await addChain(2)
  const [first = '', second = ''] = ids
  const response = await link(second, first, { type: 'SS', lag_minutes: 960 })

  expect(response.statusCode).toBe(201)
  const view = { type: 'SS', lag_minutes: 960 }
  expect(response.json()).toEqual({
    ...{ id: expect.any(String), predecessor_id: first, successor_id: second, ...view },
  })
  const { id } = response.json()
  const read = async (taskId: string) =>
    (await send(manager, { method: 'GET', url: `/tasks/${taskId}/dependencies` })).json()
  expect(await read(second)).toEqual({
    predecessors: [{ id, ...view, task: expect.objectContaining({ key: `${project.key}-1` }) }],
    successors: [],
    can: { link: true },
  })
  expect(await read(first)).toMatchObject({
    predecessors: [],
    successors: [{ id, task: { id: second, project_id: project.id } }],
  })
  expect(await boardVersion(project.id)).toBe(3)
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'task.updated', task_id: second, board_version: 3 },
    changed_fields: ['dependencies'],
  })
  const [activity] = await db
    .select()
    .from(taskActivityLog)
    .where(and(eq(taskActivityLog.task_id, second), eq(taskActivityLog.kind, 'updated')))
  expect(activity?.changes).toEqual({ dependencies: [null, `${project.key}-1 SS +2 d`] })
})

test('POST dependencies, 201: sent again with its key it is one link', async () => {
  const { ids } = await addChain(2)
  const [first = '', second = ''] = ids
  const call = post(
    `/tasks/${second}/dependencies`,
    { predecessor_id: first },
    { 'idempotency-key': uuidv7() },
  )
  const [one, other] = [await send(manager, call), await send(manager, call)]
  expect(one.statusCode).toBe(201)
  expect(other.json()).toEqual(one.json())
  expect((await link(second, first)).json()).toMatchObject({ type: '/problems/dependency-exists' })
})

test('POST dependencies, 409: a circle is refused with its tasks named, and nothing has changed', async () => {
  const { project, ids } = await addChain(3)
  const [a = '', b = '', c = ''] = ids
  await link(b, a)
  await link(c, b)
  const before = await boardVersion(project.id)

  const response = await link(a, c)

  expect(response.statusCode).toBe(409)
  const named = [3, 1, 2].map((number) => `${project.key}-${number}`)
  expect(response.json()).toMatchObject({
    type: '/problems/dependency-cycle',
    detail: `These tasks would wait for one another: ${[...named, named[0]].join(' → ')}.`,
    current: { tasks: [{ id: c }, { id: a }, { id: b }] },
  })
  expect((await link(a, a)).statusCode).toBe(409)
  expect(await boardVersion(project.id)).toBe(before)
})

test('POST dependencies, 409: a task and what is below it never wait for each other', async () => {
  const { id: project_id } = await addProject(db)
  const parent = await addTask(db, { project_id })
  const child = await addTask(db, { project_id, parent_task_id: parent.id })
  const other = await addTask(db, { project_id })
  expect((await link(parent.id, child.id)).statusCode).toBe(409)
  expect((await link(other.id, parent.id)).statusCode).toBe(201)
  expect((await link(child.id, other.id)).statusCode).toBe(409)
})

test('POST dependencies: of links that together close a circle, however many at once, one is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const { project, ids } = await addChain(4)
    const answers = await Promise.all(
      ids.map((id, index) => link(id, ids[(index + 1) % ids.length] ?? '')),
    )
    const codes = answers.map(({ statusCode }) => statusCode).sort()
    expect(codes).toEqual([201, 201, 201, 409])
    const rows = await db
      .select()
      .from(taskDependencies)
      .where(eq(taskDependencies.project_id, project.id))
    expect(rows).toHaveLength(3)
  }
})

test('POST external-dependencies: no circle over several projects either, though no board is common to its links', async () => {
  for (let round = 0; round < 5; round++) {
    const chains = [await addChain(1), await addChain(1), await addChain(1), await addChain(1)]
    const ids = chains.flatMap((chain) => chain.ids)
    const answers = await Promise.all(
      ids.map((id, index) => linkAcross(id, ids[(index + 1) % ids.length] ?? '')),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 409])
  }
})

test('POST dependencies: no circle through another project, when both of its projects get a link at once', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await addChain(2), await addChain(2)]
    const [a = '', b = ''] = one.ids
    const [c = '', d = ''] = other.ids
    await linkAcross(c, b)
    await linkAcross(a, d)
    const answers = await Promise.all([link(b, a), link(d, c)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  }
})

test('POST dependencies, 422: what is not there, is elsewhere or is invisible is one answer', async () => {
  const { ids } = await addChain(1)
  const [id = ''] = ids
  const mine = await addTask(db)
  const hidden = await addTask(db, {
    project_id: (await addProject(db, { team_id: uuidv7() })).id,
  })
  const attempt = (predecessor_id: string) =>
    send(manager, post(`/tasks/${id}/dependencies`, { predecessor_id }, sameForBoth))
  const [missing, elsewhere, invisible] = [
    await attempt(uuidv7()),
    await attempt(mine.id),
    await attempt(hidden.id),
  ]
  expect(missing.statusCode).toBe(422)
  expect(elsewhere.rawPayload).toEqual(missing.rawPayload)
  expect(invisible.rawPayload).toEqual(missing.rawPayload)
  expect((await linkAcross(id, hidden.id, manager)).statusCode).toBe(422)
})

test('POST external-dependencies, 201: both boards have changed, and each shows the other’s task', async () => {
  const [one, other] = [await addChain(1), await addChain(1)]
  const [before = '', after = ''] = [...one.ids, ...other.ids]
  expect((await linkAcross(after, before, manager)).statusCode).toBe(201)
  expect([await boardVersion(one.project.id), await boardVersion(other.project.id)]).toEqual([2, 2])
  expect((await linkAcross(after, after, manager)).statusCode).toBe(422)

  const { successors } = (
    await send(manager, { method: 'GET', url: `/tasks/${before}/dependencies` })
  ).json()
  expect(successors).toMatchObject([{ task: { key: `${other.project.key}-1` } }])
})

test('GET dependencies, 200: of a task in a hidden project only its dates', async () => {
  const hidden = await addProject(db, { team_id: uuidv7() })
  const before = await addTask(db, { project_id: hidden.id, due_date: '2026-12-04' })
  const { ids } = await addChain(1)
  await linkAcross(ids[0] ?? '', before.id)
  const read = await send(manager, { method: 'GET', url: `/tasks/${ids[0]}/dependencies` })
  expect(read.json().predecessors).toEqual([
    {
      ...{ id: expect.any(String), type: 'FS', lag_minutes: 0 },
      task: { id: before.id, start_date: null, due_date: '2026-12-04' },
    },
  ])
})

test('PATCH and DELETE dependency: the link is another one, and then gone, each told to the board once', async () => {
  const { project, ids } = await addChain(2)
  const [first = '', second = ''] = ids
  const { id } = (await link(second, first)).json()
  const url = `/dependencies/${id}`

  const patched = await send(manager, { method: 'PATCH', url, body: { lag_minutes: -240 } })
  expect(patched.json()).toMatchObject({ id, type: 'FS', lag_minutes: -240 })
  const same = await send(manager, { method: 'PATCH', url, body: { lag_minutes: -240 } })
  expect(same.statusCode).toBe(200)
  expect(await boardVersion(project.id)).toBe(4)

  expect((await send(manager, { method: 'DELETE', url })).statusCode).toBe(204)
  expect(await boardVersion(project.id)).toBe(5)
  expect((await send(manager, { method: 'DELETE', url })).statusCode).toBe(404)
})

test('PATCH dependency, 403 and 404: who manages only the predecessor’s project sees it, a stranger does not', async () => {
  const elsewhere = uuidv7()
  const task = await addTask(db, { project_id: (await addProject(db, { team_id: elsewhere })).id })
  const { ids } = await addChain(1)
  const { id } = (await linkAcross(task.id, ids[0] ?? '')).json()
  const patch = { method: 'PATCH' as const, url: `/dependencies/${id}`, body: { type: 'FF' } }
  expect((await send(manager, patch)).statusCode).toBe(403)
  const stranger = actorWith('project_manager', { team_ids: [uuidv7()] })
  expect((await send(stranger, patch)).statusCode).toBe(404)
  const owner = actorWith('project_manager', { team_ids: [elsewhere] })
  expect((await send(owner, patch)).statusCode).toBe(200)
})
