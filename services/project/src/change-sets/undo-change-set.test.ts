import { boardColumns } from '@milepost/db-schemas/board'
import { changeSets } from '@milepost/db-schemas/history'
import { outbox } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { addTasks, bulkCalls, pictureOf, totalsOf } from '#test/bulk.ts'
import { actorWith, addPerson, addTask, announced, getTask, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

beforeEach(() => db.delete(outbox))

const { edit, undo } = bulkCalls(send, manager)

test('undo, 200: every field of every task is exactly what it was, once', async () => {
  const { project_id, added } = await addTasks(db, 4, { due_date: '2026-12-01', labels: ['rack'] })
  const [one, two, three, four] = added
  if (!one || !two || !three || !four) throw new Error('four were asked for')
  const before = await pictureOf(db, project_id)
  const totals = await totalsOf(db, project_id)

  const { change_set_id } = (
    await edit([two, three, four], {
      ...{ status: 'blocked', blocked_reason: 'No parts', parent_task_id: one.id },
      ...{ due_date: null, add_labels: ['late'], assignee_id: await addPerson(db) },
    })
  ).json()
  expect(await pictureOf(db, project_id)).not.toEqual(before)

  const undone = await undo(change_set_id)
  expect(undone.json()).toMatchObject({ id: change_set_id, project_id, tasks: 3 })
  expect(await pictureOf(db, project_id)).toEqual(before)
  const { board_version: _, updated_at: __, ...same } = totals ?? {}
  expect(await totalsOf(db, project_id)).toMatchObject(same)
  const again = await undo(change_set_id)
  expect([again.statusCode, again.json().type]).toEqual([409, '/problems/already-undone'])
})

test('undo, 200: a card whose place was taken since comes back to the end of its column', async () => {
  const { project_id, added } = await addTasks(db, 2)
  const [one, two] = added
  if (!one || !two) throw new Error('two were asked for')
  const { change_set_id } = (await edit([two], { status: 'done' })).json()
  const late = await addTask(db, { project_id })
  expect(late.rank).toBe(two.rank)

  expect((await undo(change_set_id)).statusCode).toBe(200)
  const column = (await pictureOf(db, project_id)).toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  expect(column.map(({ id }) => id)).toEqual([one.id, late.id, two.id])
})

test('undo, 409: a task that somebody changed since is named, and nothing is undone', async () => {
  const { project_id, added } = await addTasks(db, 3)
  const { change_set_id } = (await edit(added, { priority: 'urgent' })).json()
  const touched = added[1]
  await send(manager, {
    ...{ method: 'PATCH', url: `/tasks/${touched?.id}` },
    body: { title: 'Another title', version: 2 },
  })
  const before = await pictureOf(db, project_id)
  await db.delete(outbox)

  const response = await undo(change_set_id)

  expect(response.statusCode).toBe(409)
  expect(response.json().detail).toContain(`${touched?.project_key}-2`)
  expect(response.json().current.tasks).toMatchObject([{ id: touched?.id }])
  expect(await pictureOf(db, project_id)).toEqual(before)
  expect(await announced(db)).toEqual([])
  const [row] = await db.select().from(changeSets).where(eq(changeSets.id, change_set_id))
  expect(row?.undone_at).toBeNull()
})

test('undo, 403 and 404: only who did it, and managers of the project', async () => {
  const actor = actorWith('contributor', { id: await addPerson(db) })
  const { added } = await addTasks(db, 1, { assignee_id: actor.id })
  const { change_set_id } = (await edit(added, { completion_percentage: 40 }, actor)).json()
  const statusFor = async (who: Actor) => (await undo(change_set_id, who)).statusCode

  expect(await statusFor(actorWith('contributor'))).toBe(403)
  expect(await statusFor(actorWith('executive', { team_ids: [] }))).toBe(403)
  expect(await statusFor(actorWith('project_manager', { team_ids: [uuidv7()] }))).toBe(404)
  expect((await undo(uuidv7())).statusCode).toBe(404)
  expect(await statusFor(actor)).toBe(200)
})

test('undo, 200: a column that is gone leaves its cards in the first one of their status', async () => {
  const { project_id, added } = await addTasks(db, 1)
  const [column] = await db
    .insert(boardColumns)
    .values({ project_id, status: 'todo', name: 'Ready', position: 9 })
    .returning()
  const [task] = added
  await db
    .update(tasks)
    .set({ column_id: column?.id ?? null })
    .where(eq(tasks.id, task?.id ?? ''))
  const { change_set_id } = (await edit(added, { status: 'done' })).json()
  await db.delete(boardColumns).where(eq(boardColumns.id, column?.id ?? ''))
  expect((await undo(change_set_id)).statusCode).toBe(200)
  expect(await getTask(db, task?.id ?? '')).toMatchObject({ status: 'todo', column_id: null })
})
