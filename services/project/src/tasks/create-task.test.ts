import { outbox, projectProgress } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  announced,
  correlationId,
  getTask,
  now,
} from '#test/harness.ts'
import { createTask } from './create-task.ts'

const db = await openTestDatabase({ role: 'project_service' })
const progressOf = async (projectId: string) =>
  (await db.select().from(projectProgress).where(eq(projectProgress.project_id, projectId)))[0]

beforeEach(() => db.delete(outbox))

test('tasks are numbered from 1 in their project, however many are created at once', async () => {
  const { id: project_id } = await addProject(db)
  const tasks = await Promise.all(Array.from({ length: 12 }, () => addTask(db, { project_id })))
  expect(tasks.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 1),
  )
  expect(new Set(tasks.map(({ rank }) => rank)).size).toBe(12)
})

test('a new task is at the bottom of its column, counts, and is announced with its card', async () => {
  const assignee_id = await addPerson(db)
  const above = await addTask(db, { status: 'backlog' })
  await db.delete(outbox)

  const task = await addTask(db, {
    ...{ project_id: above.project_id, status: 'backlog', estimate_minutes: 60, assignee_id },
  })

  expect(task.rank > above.rank).toBe(true)
  expect(await progressOf(task.project_id)).toMatchObject({
    ...{ leaf_count: 2, estimated_minutes: 60, median_estimate: 60, last_task_number: 2 },
  })
  expect(await announced(db)).toMatchObject([
    {
      ...{ event_type: 'task.created', task_id: task.id, version: 1, board_version: 2 },
      card: { id: task.id, number: 2, status: 'backlog', rank: task.rank, assignee_id },
      project_completion_percentage: 0,
    },
    { event_type: 'user.assigned', assignee_id, previous_assignee_id: null },
  ])
})

test('a first subtask makes its parent a sum of its parts', async () => {
  const parent = await addTask(db, { estimate_minutes: 600 })
  const child = await addTask(db, {
    ...{ project_id: parent.project_id, parent_task_id: parent.id, status: 'done' },
  })
  expect(child.path).toBe(`${parent.path}.${child.id.replaceAll('-', '')}`)
  expect(await getTask(db, parent.id)).toMatchObject({
    child_count: 1,
    child_done_count: 1,
    version: 1,
  })
  expect(await progressOf(parent.project_id)).toMatchObject({
    ...{ leaf_count: 1, done_count: 1, estimated_minutes: 0, completion_percentage: 100 },
  })
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'task.updated', task_id: parent.id, changed_fields: ['subtasks'] },
    card: { subtasks: { done: 1, total: 1 } },
  })
})

test('a refused creation leaves no task, no number and no event', async () => {
  const { id: projectId } = await addProject(db)
  const refused = db.transaction((tx) =>
    createTask(tx, {
      ...{ actor: actorWith('contributor'), projectId, correlationId, now },
      input: { title: 'Mine', status: 'todo', priority: 'low' },
    }),
  )
  await expect(refused).rejects.toMatchObject({ status: 403 })
  expect(await progressOf(projectId)).toMatchObject({ last_task_number: 0, board_version: 0 })
  expect(await announced(db)).toEqual([])
})

test('nothing is left of a task that would end before it begins', async () => {
  const { id: project_id } = await addProject(db)
  const dates = { start_date: '2026-12-02', due_date: '2026-12-01' }
  await expect(addTask(db, { project_id, ...dates })).rejects.toMatchObject({
    ...{ status: 400, errors: [{ pointer: '#/due_date' }] },
  })
  expect(await progressOf(project_id)).toMatchObject({ last_task_number: 0 })
})
