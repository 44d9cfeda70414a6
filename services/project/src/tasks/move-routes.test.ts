import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  admin,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

const toDone = { status: 'done', after_id: null, before_id: null, version: 1 }
const move = (taskId: string, body: object = toDone, headers: Record<string, string> = {}) => ({
  ...{ method: 'PATCH' as const, url: `/tasks/${taskId}/move`, body, headers },
})

test('PATCH move, 200: answers with the card and what the move did to the board', async () => {
  const actor = actorWith('contributor', { id: await addPerson(db) })
  const task = await addTask(db, { assignee_id: actor.id })

  const response = await send(actor, move(task.id))

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    task: { id: task.id, status: 'done', version: 2 },
    board_version: 2,
    project_completion_percentage: 100,
  })
})

test('PATCH move, 200: If-Match may carry the version', async () => {
  const task = await addTask(db)
  const { version: _, ...body } = toDone
  expect((await send(admin, move(task.id, body, { 'if-match': '"1"' }))).statusCode).toBe(200)
})

test('PATCH move, 400: names every field that is wrong', async () => {
  const task = await addTask(db)
  const body = { ...toDone, status: 'finished', version: '1', project_id: uuidv7() }

  const response = await send(admin, move(task.id, body))

  expect(response.statusCode).toBe(400)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  const { type, errors } = response.json()
  expect(type).toBe('/problems/invalid-request')
  expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['#/status', '#/version']),
  )
})

test('PATCH move, 400: a block needs a reason, and only a block takes one', async () => {
  const task = await addTask(db)
  const statusOf = async (body: object) => (await send(admin, move(task.id, body))).statusCode
  expect(await statusOf({ ...toDone, status: 'blocked' })).toBe(400)
  expect(await statusOf({ ...toDone, blocked_reason: 'No parts' })).toBe(400)
})

test('PATCH move, 400: a path that is no id is refused before anything is looked up', async () => {
  const response = await send(admin, move('42'))
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ errors: [{ pointer: '#/task_id' }] })
})

test('PATCH move, 403: a role that never moves tasks is not told whether the task exists', async () => {
  const task = await addTask(db)
  const ask = (taskId: string) => send(actorWith('executive'), move(taskId, toDone, sameForBoth))
  const [existing, missing] = [await ask(task.id), await ask(uuidv7())]
  expect(existing.statusCode).toBe(403)
  expect(existing.rawPayload).toEqual(missing.rawPayload)
})

test('PATCH move, 403 and 404: a refused caller is told nothing of the body, whatever it is', async () => {
  const task = await addTask(db)
  const nonsense = { status: 'finished', colour: 'red' }
  const statusFor = async (actor = admin) => (await send(actor, move(task.id, nonsense))).statusCode
  expect(await statusFor(actorWith('executive'))).toBe(403)
  expect(await statusFor(actorWith('contributor'))).toBe(403)
  expect(await statusFor(actorWith('project_manager', { team_ids: [] }))).toBe(404)
})

test('PATCH move, 404: another team’s task looks exactly like a missing one', async () => {
  const theirs = await addTask(db, { project_id: (await addProject(db, { team_id: uuidv7() })).id })
  const ask = (taskId: string) =>
    send(actorWith('project_manager'), move(taskId, toDone, sameForBoth))
  const [hidden, missing] = [await ask(theirs.id), await ask(uuidv7())]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
  expect({ ...hidden.headers, date: '' }).toEqual({ ...missing.headers, date: '' })
})

test('PATCH move, 409: an outdated version is answered with what the card is now', async () => {
  const task = await addTask(db)
  const response = await send(admin, move(task.id, { ...toDone, version: 6 }))
  expect(response.statusCode).toBe(409)
  expect(response.json()).toMatchObject({
    type: '/problems/task-changed',
    current: { id: task.id, status: 'todo', version: 1 },
  })
})

test('PATCH move, 422: a neighbour in another project is refused like one that does not exist', async () => {
  const [task, elsewhere] = [await addTask(db), await addTask(db)]
  for (const field of ['after_id', 'before_id']) {
    const dropBy = (id: string) =>
      send(admin, move(task.id, { ...toDone, [field]: id }, sameForBoth))
    const [foreign, missing] = [await dropBy(elsewhere.id), await dropBy(uuidv7())]
    expect(foreign.statusCode).toBe(422)
    expect(foreign.json()).toMatchObject({ errors: [{ pointer: `#/${field}` }] })
    expect(foreign.rawPayload).toEqual(missing.rawPayload)
  }
})

test('PATCH move, 428: a move that names no version is refused', async () => {
  const task = await addTask(db)
  const { version: _, ...body } = toDone
  const response = await send(admin, move(task.id, body))
  expect(response.statusCode).toBe(428)
  expect(response.json()).toMatchObject({ type: '/problems/version-required' })
})

test('PATCH move, 200: sixteen movers of one board at once each get an answer and a board version of their own', async () => {
  const { id: project_id } = await addProject(db)
  const tasks = []
  for (let task = 0; task < 16; task++) tasks.push(await addTask(db, { project_id }))
  const answers = await Promise.all(tasks.map(({ id }) => send(admin, move(id))))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(16).fill(200))
  const versions = answers.map((answer) => answer.json().board_version)
  const first = Math.min(...versions)
  expect(versions.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 16 }, (_, index) => first + index),
  )
})
