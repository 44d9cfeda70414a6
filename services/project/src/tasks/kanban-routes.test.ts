import { gunzipSync } from 'node:zlib'
import { kanbanSchema } from '@milepost/api-contracts/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  admin,
  getTask,
  openService,
  sameForBoth,
} from '#test/harness.ts'
import { presentCard } from './present.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

const toDone = { status: 'done', after_id: null, before_id: null, version: 1 }
const move = (taskId: string, body: object = toDone, headers: Record<string, string> = {}) => ({
  ...{ method: 'PATCH' as const, url: `/tasks/${taskId}/move`, body, headers },
})
const board = (projectId: string, headers: Record<string, string> = {}) => ({
  ...{ method: 'GET' as const, url: `/projects/${projectId}/kanban`, headers },
})

async function fullBoard() {
  const { id: project_id } = await addProject(db)
  const assignee_id = await addPerson(db)
  const parent = await addTask(db, { project_id, title: 'Epic "one" \\ two\n\tthree ü 🚀' })
  const blocked = await addTask(db, { project_id, parent_task_id: parent.id, assignee_id })
  const labels = ['say "hi"', 'back\\slash', 'comma, brace}']
  const due = await addTask(db, { project_id, labels, due_date: '2026-12-24', priority: 'urgent' })
  const blocking = { ...toDone, status: 'blocked', blocked_reason: 'It said "no"\\' }
  await send(admin, move(blocked.id, blocking))
  return { project_id, parent, blocked, due }
}

test('GET kanban, 200: columns in their order, cards top to bottom, each as everywhere else', async () => {
  const { project_id, parent, blocked, due } = await fullBoard()

  const response = await send(actorWith('executive', { team_ids: [] }), board(project_id))

  // What goes out as ready bytes never passes the serializer, so here it has to be the contract's.
  const kanban = kanbanSchema.parse(response.json())
  expect(response.json()).toEqual(kanban)
  expect(kanban.columns.map(({ status }) => status)).toEqual([
    ...['backlog', 'todo', 'in_progress', 'in_review', 'blocked', 'done', 'cancelled'],
  ])
  const cards = kanban.columns.flatMap(({ tasks }) => tasks)
  const rows = await Promise.all([parent, due, blocked].map(({ id }) => getTask(db, id)))
  expect(cards).toEqual(rows.map(presentCard))
  expect(kanban.can).toEqual({ move: 'none', create_task: false, configure: false })
})

test('GET kanban, 200: what the reader may do is the reader’s own, on the same ready board', async () => {
  const { project_id } = await fullBoard()
  const canOf = async (actor = admin) => (await send(actor, board(project_id))).json().can

  expect(await canOf()).toEqual({ move: 'all', create_task: true, configure: true })
  expect(await canOf(actorWith('contributor'))).toEqual({
    move: 'assigned',
    create_task: false,
    configure: false,
  })
  expect(await canOf(actorWith('executive'))).toEqual({
    move: 'none',
    create_task: false,
    configure: false,
  })
  expect(await canOf(actorWith('project_manager'))).toEqual({
    move: 'all',
    create_task: true,
    configure: true,
  })
})

test('GET kanban, 200: an empty board has its columns and no cards', async () => {
  const { id } = await addProject(db)
  const kanban = kanbanSchema.parse((await send(admin, board(id))).json())
  expect(kanban).toMatchObject({ board_version: 0, completion_percentage: null })
  expect(kanban.columns.map(({ tasks }) => tasks)).toEqual(Array(7).fill([]))
})

test('GET kanban, 304: a board that has not changed is not sent again, one that has is', async () => {
  const task = await addTask(db)
  const first = await send(admin, board(task.project_id))
  const known = { 'if-none-match': String(first.headers.etag) }

  const unchanged = await send(admin, board(task.project_id, known))
  expect(unchanged.statusCode).toBe(304)
  expect(unchanged.rawPayload).toHaveLength(0)

  await send(admin, move(task.id))
  const changed = await send(admin, board(task.project_id, known))
  expect(changed.statusCode).toBe(200)
  expect(changed.json().board_version).toBe(first.json().board_version + 1)
})

test('GET kanban, 304: what one reader knows says nothing about what another may do', async () => {
  const { project_id } = await fullBoard()
  const etag = String((await send(admin, board(project_id))).headers.etag)
  const response = await send(
    actorWith('contributor'),
    board(project_id, { 'if-none-match': etag }),
  )
  expect(response.statusCode).toBe(200)
})

test('GET kanban, 200: compressed bytes are the same board, the first time and when squeezed further', async () => {
  const { project_id } = await fullBoard()
  const plain = await send(admin, board(project_id))
  for (let time = 0; time < 4; time++) {
    const zipped = await send(admin, board(project_id, { 'accept-encoding': 'br, gzip' }))
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload)
    const known = { 'if-none-match': String(zipped.headers.etag) }
    expect((await send(admin, board(project_id, known))).statusCode).toBe(304)
  }
})

test('GET kanban, 200: readers who come while moves go on never get an older board than they asked for', async () => {
  const { id: project_id } = await addProject(db)
  const tasks = []
  for (let task = 0; task < 8; task++) tasks.push(await addTask(db, { project_id }))

  await Promise.all(
    tasks.map(async ({ id }) => {
      const { board_version } = (await send(admin, move(id))).json()
      const kanban = (await send(admin, board(project_id))).json()
      expect(kanban.board_version).toBeGreaterThanOrEqual(board_version)
      const done = kanban.columns.find(({ status }: { status: string }) => status === 'done')
      expect(done.tasks.map((card: { id: string }) => card.id)).toContain(id)
    }),
  )
})

test('GET kanban, 404: another team’s board looks exactly like a missing one', async () => {
  const { id } = await addProject(db, { team_id: uuidv7() })
  const [hidden, missing] = [
    await send(actorWith('contributor'), board(id, sameForBoth)),
    await send(actorWith('contributor'), board(uuidv7(), sameForBoth)),
  ]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})
