import { taskActivityLog } from '@milepost/db-schemas/history'
import { outbox, projectProgress } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import {
  actorWith,
  addTask,
  admin,
  announced,
  correlationId,
  getTask,
  later,
} from '#test/harness.ts'
import { deleteTask } from './delete-task.ts'
import { findTask } from './queries.ts'

const db = await openTestDatabase({ role: 'project_service' })

const remove = (
  task: { id: string; project_id: string },
  { version = 1, actor = admin }: { version?: number; actor?: Actor } = {},
) => deleteTask(db, { actor, task, version, correlationId, now: later })
const progressOf = async (projectId: string) =>
  (await db.select().from(projectProgress).where(eq(projectProgress.project_id, projectId)))[0]

beforeEach(() => db.delete(outbox))

test('a deleted task takes its subtasks along, and its parent is a leaf again', async () => {
  const parent = await addTask(db, { estimate_minutes: 600 })
  const { project_id } = parent
  const child = await addTask(db, { project_id, parent_task_id: parent.id, estimate_minutes: 60 })
  const grandchild = await addTask(db, { project_id, parent_task_id: child.id })
  await db.delete(outbox)

  await remove(child)

  expect(await findTask(db, child.id)).toBeUndefined()
  expect(await findTask(db, grandchild.id)).toBeUndefined()
  expect(await getTask(db, parent.id)).toMatchObject({ child_count: 0 })
  expect(await progressOf(project_id)).toMatchObject({
    ...{ leaf_count: 1, estimated_minutes: 600, median_estimate: 600, board_version: 8 },
  })
  const events = await announced(db)
  expect(
    events.map(({ event_type, task_id, board_version }) => [event_type, task_id, board_version]),
  ).toEqual([
    ['task.deleted', child.id, 6],
    ['task.deleted', grandchild.id, 7],
    ['task.updated', parent.id, 8],
  ])
})

test('a deleted task leaves its number, its activity and its row behind', async () => {
  const task = await addTask(db)
  await remove(task)
  const next = await addTask(db, { project_id: task.project_id })
  expect(next.number).toBe(2)
  const activity = await db
    .select()
    .from(taskActivityLog)
    .where(eq(taskActivityLog.task_id, task.id))
  expect(activity.map(({ kind }) => kind)).toEqual(['created', 'deleted'])
})

test('a refused deletion changes nothing', async () => {
  const task = await addTask(db)
  await db.delete(outbox)
  await expect(remove(task, { actor: actorWith('contributor') })).rejects.toMatchObject({
    status: 403,
  })
  await expect(remove(task, { version: 9 })).rejects.toMatchObject({ status: 409 })
  expect(await getTask(db, task.id)).toEqual(task)
  expect(await announced(db)).toEqual([])
  await remove(task, { version: 1 })
  await expect(remove(task)).rejects.toMatchObject({ status: 404 })
})
