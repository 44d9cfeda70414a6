import { relationListSchema } from '@milepost/api-contracts/discussion'
import { outbox } from '@milepost/db-schemas/projects'
import { taskRelations } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addProject,
  addTask,
  announced,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager')

const relate = (taskId: string, body: object, actor = manager) =>
  send(actor, { method: 'POST', url: `/tasks/${taskId}/relations`, body, headers: sameForBoth })
const read = async (taskId: string) =>
  relationListSchema
    .parse((await send(manager, { method: 'GET', url: `/tasks/${taskId}/relations` })).json())
    .items.map(({ kind, task }) => [kind, task.id])
const remove = (id: string, actor = manager) =>
  send(actor, { method: 'DELETE', url: `/relations/${id}` })

async function addTwo() {
  const { id: project_id } = await addProject(db)
  const [one, other] = [await addTask(db, { project_id }), await addTask(db, { project_id })]
  await db.delete(outbox)
  return { one, other }
}

test.each([
  ['relates', 'relates'],
  ['duplicates', 'duplicated_by'],
  ['duplicated_by', 'duplicates'],
])(
  'POST relation, 201: what %s the one is %s at the other, and both are announced',
  async (kind, reverse) => {
    const { one, other } = await addTwo()

    const response = await relate(one.id, { task_id: other.id, kind })

    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({ kind, task: { id: other.id, title: other.title } })
    expect(await read(one.id)).toEqual([[kind, other.id]])
    expect(await read(other.id)).toEqual([[reverse, one.id]])
    const events = await announced(db)
    expect(events.map(({ task_id }) => task_id).sort()).toEqual([one.id, other.id].sort())
    expect(events[0]).toMatchObject({ event_type: 'task.updated', changed_fields: ['relations'] })

    expect((await remove(response.json().id)).statusCode).toBe(204)
    expect((await remove(response.json().id)).statusCode).toBe(404)
    expect(await read(other.id)).toEqual([])
  },
)

test('POST relation, 409: the same again, from either end', async () => {
  const { one, other } = await addTwo()
  await relate(one.id, { task_id: other.id, kind: 'duplicates' })
  for (const [from, to, kind] of [
    [one, other, 'duplicates'],
    [other, one, 'duplicated_by'],
    [other, one, 'duplicates'],
  ] as const) {
    const again = await relate(from.id, { task_id: to.id, kind })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ type: '/problems/relation-exists' })
  }
  expect((await relate(other.id, { task_id: one.id, kind: 'relates' })).statusCode).toBe(201)
})

test('POST relation, refused: nothing is written', async () => {
  const { one, other } = await addTwo()
  const elsewhere = await addTask(db)
  const { id: project_id } = await addProject(db, { team_id: uuidv7() })
  const hidden = await addTask(db, { project_id })
  const before = await db.select().from(taskRelations)

  const answers = await Promise.all(
    [elsewhere.id, hidden.id, uuidv7()].map((task_id) =>
      relate(one.id, { task_id, kind: 'relates' }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  const statusOf = async (body: object, actor = manager) =>
    (await relate(one.id, body, actor)).statusCode
  expect(await statusOf({ task_id: one.id, kind: 'relates' })).toBe(400)
  expect(await statusOf({ task_id: other.id, kind: 'blocks' })).toBe(400)
  const valid = { task_id: other.id, kind: 'relates' }
  expect(await statusOf(valid, actorWith('contributor'))).toBe(403)
  expect(await statusOf(valid, actorWith('project_manager', { team_ids: [] }))).toBe(404)
  expect(await db.select().from(taskRelations)).toEqual(before)
})
