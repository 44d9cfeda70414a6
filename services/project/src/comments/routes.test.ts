import { commentPageSchema, commentSchema } from '@milepost/api-contracts/discussion'
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

const other = actorWith('contributor', { id: await addPerson(db, { name: 'Omar Said' }) })
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const mentionOf = ({ id }: { id: string }) => `[@Omar Said](mention:${id})`

async function said(body = 'The vendor has answered.') {
  const task = await addTask(db)
  const comment = commentSchema.parse((await say(task.id, { body })).json())
  await db.delete(outbox)
  return { task, comment }
}
const edit = (id: string, body: object, actor = author) =>
  send(actor, { method: 'PATCH', url: `/comments/${id}`, body, headers: sameForBoth })
const remove = (id: string, actor = author) =>
  send(actor, { method: 'DELETE', url: `/comments/${id}` })
const react = (id: string, reaction: string, actor = author, method: 'PUT' | 'DELETE' = 'PUT') =>
  send(actor, { method, url: `/comments/${id}/reactions/${reaction}` })

test('PATCH comment, 200: says when it was edited, and announces only whom the new words name', async () => {
  const { comment, task } = await said(`Ask ${mentionOf(manager)}.`)
  const body = `Ask ${mentionOf(manager)} or ${mentionOf(other)}.`

  const response = await edit(comment.id, { body, version: 1 })

  expect(commentSchema.parse(response.json())).toMatchObject({
    ...{ body, version: 2, edited_at: expect.any(String) },
    can: { edit: true, delete: true, react: true },
  })
  expect(await announced(db)).toMatchObject([
    {
      event_type: 'comment.updated',
      change: 'edited',
      mentioned_ids: [other.id],
      task_id: task.id,
    },
  ])
})

test('PATCH comment with the same words changes nothing and announces nothing', async () => {
  const { comment } = await said()
  const response = await edit(comment.id, { body: comment.body, version: 1 })
  expect(response.json()).toEqual(comment)
  expect(await announced(db)).toEqual([])
})

test('PATCH comment, 403: nobody edits another’s words, and 404 is the same for hidden and missing ones', async () => {
  const { comment } = await said()
  const change = { body: 'Something else.', version: 1 }
  for (const actor of [other, manager, actorWith('admin', { team_ids: [] })]) {
    expect((await edit(comment.id, change, actor)).statusCode).toBe(403)
  }
  const stranger = actorWith('contributor', { team_ids: [] })
  const [hidden, missing] = [
    await edit(comment.id, change, stranger),
    await edit(uuidv7(), change, stranger),
  ]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
  expect((await read(comment.task_id)).json().items).toEqual([comment])
})

test('PATCH comment, 409 and 428: an older version is answered with the comment as it is', async () => {
  const { comment } = await said()
  await edit(comment.id, { body: 'Second.', version: 1 })
  const stale = await edit(comment.id, { body: 'Third.', version: 1 })
  expect(stale.statusCode).toBe(409)
  expect(stale.json()).toMatchObject({
    type: '/problems/comment-changed',
    current: { body: 'Second.', version: 2 },
  })
  expect((await edit(comment.id, { body: 'Third.' })).statusCode).toBe(428)
})

test('DELETE comment, 204: its author, a manager or an administrator; it is gone once', async () => {
  for (const actor of [author, manager, actorWith('admin', { team_ids: [] })]) {
    const { comment } = await said()
    expect((await remove(comment.id, other)).statusCode).toBe(403)
    expect((await remove(comment.id, actor)).statusCode).toBe(204)
    expect((await remove(comment.id, actor)).statusCode).toBe(404)
    expect((await read(comment.task_id)).json().items).toEqual([])
    expect(await announced(db)).toMatchObject([
      { event_type: 'comment.updated', change: 'deleted', comment_id: comment.id },
    ])
  }
})

test('PUT and DELETE reaction: each person’s counts once, in the order they were given', async () => {
  const { comment } = await said()
  const [sara, omar] = [author, other].map(({ id }) => expect.objectContaining({ id }))
  for (const actor of [author, other, other]) {
    expect((await react(comment.id, 'thumbs_up', actor)).statusCode).toBe(204)
  }
  await react(comment.id, 'eyes', other)
  const shown = async () => (await read(comment.task_id)).json().items[0].reactions
  expect(await shown()).toEqual([
    { reaction: 'thumbs_up', people: [sara, omar] },
    { reaction: 'eyes', people: [omar] },
  ])
  await react(comment.id, 'thumbs_up', author, 'DELETE')
  await react(comment.id, 'thumbs_up', author, 'DELETE')
  expect((await shown())[0]).toEqual({ reaction: 'thumbs_up', people: [omar] })
  expect(await announced(db)).toHaveLength(4)
  expect((await react(comment.id, 'skull')).statusCode).toBe(400)
  expect((await react(comment.id, 'eyes', actorWith('executive'))).statusCode).toBe(403)
})
