import { commentPageSchema, commentSchema } from '@milepost/api-contracts/tasks'
import { taskComments } from '@milepost/db-schemas/discussion'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  announced,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const author = actorWith('contributor', { id: await addPerson(db, { name: 'Sara Lind' }) })

const say = (taskId: string, body: object, actor = author, headers: Record<string, string> = {}) =>
  send(actor, { method: 'POST', url: `/tasks/${taskId}/comments`, body, headers })
const read = (taskId: string, query = '', actor = author) =>
  send(actor, { method: 'GET', url: `/tasks/${taskId}/comments${query}`, headers: sameForBoth })

test('POST comments, 201: anybody of the team who works there may say something, and it is announced', async () => {
  const task = await addTask(db)
  await db.delete(outbox)

  const response = await say(task.id, { body: 'The vendor has answered.' })

  expect(response.statusCode).toBe(201)
  expect(commentSchema.parse(response.json())).toMatchObject({
    ...{ task_id: task.id, body: 'The vendor has answered.', version: 1 },
    author: { id: author.id, display_name: 'Sara Lind' },
  })
  expect(await announced(db)).toMatchObject([
    { event_type: 'comment.created', task_id: task.id, author_id: author.id },
  ])
})

test('POST comments, 201: the same key says it once', async () => {
  const task = await addTask(db)
  const once = { 'idempotency-key': 'key-12345678' }
  await say(task.id, { body: 'Done.' }, author, once)
  await say(task.id, { body: 'Done.' }, author, once)
  expect((await read(task.id)).json().items).toHaveLength(1)
})

test('POST comments, 400, 403, 404: and nothing is said', async () => {
  const task = await addTask(db)
  const before = await db.select().from(taskComments)
  const statusOf = async (body: object, actor = author) =>
    (await say(task.id, body, actor)).statusCode
  expect(await statusOf({ body: '  ' })).toBe(400)
  expect(await statusOf({ body: 'Hi', author_id: uuidv7() })).toBe(400)
  expect(await statusOf({ body: 'Hi' }, actorWith('executive'))).toBe(403)
  // Of the team, but only as somebody who reads.
  const reader = actorWith('executive', { roles: ['executive', 'contributor'], team_ids: [] })
  expect(await statusOf({ body: 'Hi' }, reader)).toBe(403)
  expect(await statusOf({ body: 42 }, actorWith('contributor', { team_ids: [] }))).toBe(404)
  expect(await db.select().from(taskComments)).toEqual(before)
})

test('GET comments, 200: oldest first, page by page, with nothing twice and nothing left out', async () => {
  const task = await addTask(db)
  for (const body of ['one', 'two', 'three']) await say(task.id, { body })
  const first = commentPageSchema.parse((await read(task.id, '?limit=2')).json())
  const rest = commentPageSchema.parse(
    (await read(task.id, `?limit=2&cursor=${first.next_cursor}`)).json(),
  )
  expect([...first.items, ...rest.items].map(({ body }) => body)).toEqual(['one', 'two', 'three'])
  expect(rest.next_cursor).toBeNull()
})

test('GET comments, 404: another team’s task looks exactly like a missing one', async () => {
  const { id: project_id } = await addProject(db, { team_id: uuidv7() })
  const theirs = await addTask(db, { project_id })
  const [hidden, missing] = [await read(theirs.id), await read(uuidv7())]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})
