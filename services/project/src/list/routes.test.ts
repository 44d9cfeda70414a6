import { taskRowsSchema } from '@milepost/api-contracts/list'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  announced,
  getTask,
  openService,
} from '#test/harness.ts'
import { presentRow } from './present-row.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager')
const contributor = actorWith('contributor')

const read = (projectId: string, actor = manager, headers: Record<string, string> = {}) =>
  send(actor, { method: 'GET', url: `/projects/${projectId}/task-rows`, headers })

test('GET task-rows, 200: every task as TypeScript would write it, by number', async () => {
  const { id: project_id } = await addProject(db)
  const milestone = await addMilestone(db, { project_id })
  const parent = await addTask(db, { project_id, title: 'A "quoted" \\ title' })
  const child = await addTask(db, {
    ...{ project_id, parent_task_id: parent.id, milestone_id: milestone.id },
    ...{ assignee_id: await addPerson(db), start_date: '2026-12-01', due_date: '2026-12-04' },
    ...{ estimate_minutes: 90, labels: ['a "b"', 'c'], status: 'done' as const },
  })
  await send(manager, {
    ...{ method: 'PATCH', url: `/tasks/${parent.id}` },
    body: { version: 1, status: 'blocked', blocked_reason: 'No "parts"', remaining_minutes: 5 },
  })

  const response = await read(project_id)

  const list = taskRowsSchema.parse(response.json())
  const rows = await Promise.all([parent, child].map(({ id }) => getTask(db, id)))
  expect(list.tasks).toEqual(rows.map(presentRow))
  expect(list.milestones).toEqual([
    { id: milestone.id, name: milestone.name, due_date: milestone.due_date },
  ])
  expect(list.can).toEqual({ update: 'all', create_task: true, delete: true })
})

test('GET task-rows, 304: until a task, a name in it or the reader’s right is another one', async () => {
  const { id: project_id } = await addProject(db)
  const task = await addTask(db, { project_id })
  const etag = String((await read(project_id)).headers.etag)
  const again = async (actor = manager) =>
    (await read(project_id, actor, { 'if-none-match': etag })).statusCode

  expect(await again()).toBe(304)
  expect(await again(contributor)).toBe(200)
  await addMilestone(db, { project_id })
  expect(await again()).toBe(200)
  await send(manager, {
    ...{ method: 'PATCH', url: `/tasks/${task.id}`, body: { version: 1, title: 'Other' } },
  })
  expect((await read(project_id)).json().tasks).toMatchObject([{ title: 'Other' }])
})

test('events carry the row, so that an open list needs no second look', async () => {
  const task = await addTask(db)
  await db.delete(outbox)
  await send(manager, {
    ...{
      method: 'PATCH',
      url: `/tasks/${task.id}`,
      body: { version: 1, start_date: '2026-12-01' },
    },
  })
  const [event] = await announced(db)
  expect(event?.row).toEqual(presentRow(await getTask(db, task.id)))
})
