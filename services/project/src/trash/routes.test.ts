import { trashPageSchema } from '@milepost/api-contracts/list'
import { outbox } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  eventTypes,
  getTask,
  openService,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })

const remove = async (id: string) => {
  const { version } = await getTask(db, id)
  const headers = { 'if-match': `"${version}"` }
  return send(manager, { method: 'DELETE', url: `/tasks/${id}`, headers })
}
const restore = (id: string, actor = manager) =>
  send(actor, { method: 'POST', url: `/tasks/${id}/restore` })
const trashOf = async (projectId: string, query = '') =>
  trashPageSchema.parse(
    (await send(manager, { method: 'GET', url: `/projects/${projectId}/trash${query}` })).json(),
  )

test('GET trash, 200: the latest deletion first, with who did it and what went along', async () => {
  const { id: project_id } = await addProject(db)
  const parent = await addTask(db, { project_id, title: 'Racks' })
  const child = await addTask(db, { project_id, parent_task_id: parent.id })
  await addTask(db, { project_id, parent_task_id: child.id })
  const other = await addTask(db, { project_id, title: 'Cables' })
  await remove(parent.id)
  await remove(other.id)

  const { items } = await trashOf(project_id)
  expect(items).toMatchObject([
    { title: 'Cables', subtask_count: 0, deleted_by: { display_name: 'Priya Raman' } },
    { title: 'Racks', subtask_count: 2, can: { restore: true } },
  ])
  const first = await trashOf(project_id, '?limit=1')
  const second = await trashOf(project_id, `?limit=1&cursor=${first.next_cursor}`)
  expect([...first.items, ...second.items]).toEqual(items)
  expect(second.next_cursor).toBeNull()
})

test('POST restore, 200: exactly what its deletion took along comes back, and it is announced', async () => {
  const { id: project_id } = await addProject(db)
  const root = await addTask(db, { project_id })
  const parent = await addTask(db, { project_id, parent_task_id: root.id })
  const early = await addTask(db, { project_id, parent_task_id: parent.id })
  const late = await addTask(db, { project_id, parent_task_id: parent.id })
  await remove(early.id)
  await remove(parent.id)
  await db.delete(outbox)

  const response = await restore(parent.id)

  expect(response.json()).toMatchObject({ id: parent.id, subtasks: { total: 1 } })
  expect(await getTask(db, late.id)).toMatchObject({ parent_task_id: parent.id })
  expect(await getTask(db, root.id)).toMatchObject({ child_count: 1 })
  expect((await trashOf(project_id)).items.map(({ id }) => id)).toEqual([early.id])
  expect(await eventTypes(db)).toEqual(['task.created', 'task.created', 'task.updated'])
  expect((await restore(parent.id)).statusCode).toBe(404)
})

test('POST restore, 200: below a deleted parent it comes back at the top, and takes its own along', async () => {
  const { id: project_id } = await addProject(db)
  const parent = await addTask(db, { project_id })
  const child = await addTask(db, { project_id, parent_task_id: parent.id })
  const grandchild = await addTask(db, { project_id, parent_task_id: child.id })
  await remove(child.id)
  await remove(parent.id)

  expect((await restore(child.id)).json()).toMatchObject({ parent_task_id: null })
  expect((await getTask(db, grandchild.id)).path.split('.')).toEqual(
    [child.id, grandchild.id].map((id) => id.replaceAll('-', '')),
  )
  expect((await restore(grandchild.id)).statusCode).toBe(404)
  expect((await restore(parent.id)).json()).toMatchObject({ subtasks: { total: 0 } })
})

test('POST restore, 200: ranks stay unique when the place was taken meanwhile', async () => {
  const { id: project_id } = await addProject(db)
  const first = await addTask(db, { project_id })
  await remove(first.id)
  const second = await addTask(db, { project_id })
  expect(second.rank).toBe(first.rank)
  expect((await restore(first.id)).statusCode).toBe(200)
  const rows = await db
    .select({ rank: tasks.rank })
    .from(tasks)
    .where(and(eq(tasks.project_id, project_id), isNull(tasks.deleted_at)))
  expect(new Set(rows.map(({ rank }) => rank)).size).toBe(2)
})

test('POST restore, 403 and 404: managers of the team only', async () => {
  const task = await addTask(db)
  await remove(task.id)
  const statusFor = async (actor: typeof manager) => (await restore(task.id, actor)).statusCode
  expect(await statusFor(actorWith('contributor'))).toBe(403)
  expect(await statusFor(actorWith('project_manager', { team_ids: [uuidv7()] }))).toBe(404)
  expect((await restore(uuidv7())).statusCode).toBe(404)
})
