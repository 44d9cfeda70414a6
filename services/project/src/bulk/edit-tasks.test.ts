import { taskActivityLog } from '@milepost/db-schemas/history'
import { outbox } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { and, eq } from 'drizzle-orm'
import { generateNKeysBetween } from 'fractional-indexing'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { recomputeProgress } from '#tasks/recompute-progress.ts'
import { addTasks, bulkCalls, type Chosen, pictureOf, totalsOf } from '#test/bulk.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  announced,
  getTask,
  openService,
  teamId,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

beforeEach(() => db.delete(outbox))

const { edit, remove, undo } = bulkCalls(send, manager)

test('POST bulk, 200: many fields of many tasks, one version, one event and one activity each', async () => {
  const assignee = await addPerson(db)
  const { project_id, added } = await addTasks(db, 3, { labels: ['rack', 'old'] })
  const milestone = await addMilestone(db, { project_id })
  await db.delete(outbox)

  const response = await edit(added, {
    ...{ assignee_id: assignee, priority: 'urgent', milestone_id: milestone.id },
    ...{ start_date: '2026-12-01', due_date: '2026-12-04' },
    ...{ add_labels: ['wave-2', 'rack'], remove_labels: ['old'] },
  })

  expect(response.json()).toMatchObject({ changed: 3 })
  for (const { id } of added) {
    expect(await getTask(db, id)).toMatchObject({
      ...{ version: 2, assignee_id: assignee, priority: 'urgent', milestone_id: milestone.id },
      ...{ start_date: '2026-12-01', due_date: '2026-12-04', labels: ['rack', 'wave-2'] },
    })
  }
  const events = await announced(db)
  expect(events.map(({ event_type, board_version }) => [event_type, board_version])).toEqual([
    ['task.updated', 4],
    ['task.updated', 5],
    ['task.updated', 6],
    ['user.assigned', undefined],
    ['user.assigned', undefined],
    ['user.assigned', undefined],
  ])
  const activity = await db
    .select()
    .from(taskActivityLog)
    .where(and(eq(taskActivityLog.project_id, project_id), eq(taskActivityLog.kind, 'updated')))
  expect(activity).toHaveLength(3)
  expect(activity[0]?.changes).toMatchObject({
    priority: ['medium', 'urgent'],
    due_date: [null, '2026-12-04'],
  })
})

test('POST bulk, 200: finished tasks come to the end of their column, and totals and parents follow', async () => {
  const { project_id, added } = await addTasks(db, 3, { estimate_minutes: 60 })
  const [parent] = added
  const children = [
    await addTask(db, { project_id, parent_task_id: parent?.id ?? '' }),
    await addTask(db, { project_id, parent_task_id: parent?.id ?? '' }),
  ]
  await edit(children, { status: 'done' })

  expect(await getTask(db, parent?.id ?? '')).toMatchObject({
    ...{ child_count: 2, child_done_count: 2, version: 1 },
  })
  const [first, second] = await Promise.all(children.map(({ id }) => getTask(db, id)))
  expect(first?.completed_at).not.toBeNull()
  expect(first && second && first.rank < second.rank).toBe(true)
  const kept = await totalsOf(db, project_id)
  const counted = await db.transaction((tx) => recomputeProgress(tx, project_id))
  expect(kept).toMatchObject(counted)
  const types = (await announced(db)).map(({ event_type }) => event_type)
  expect(types.filter((type) => type === 'task.completed')).toHaveLength(2)
})

test('POST bulk, 200: dates shift by days over the end of a month, and none appear where none were', async () => {
  const { project_id, added } = await addTasks(db, 1, {
    start_date: '2026-12-30',
    due_date: '2027-02-27',
  })
  const bare = await addTask(db, { project_id })
  await edit([...added, bare], { shift_days: 2 })
  expect(await getTask(db, added[0]?.id ?? '')).toMatchObject({
    ...{ start_date: '2027-01-01', due_date: '2027-03-01' },
  })
  expect(await getTask(db, bare.id)).toMatchObject({ due_date: null, version: 1 })
})

test('POST bulk, 200: tasks go below another and out again with all below them; a cycle refuses all', async () => {
  const { project_id, added } = await addTasks(db, 3)
  const [one, two, three] = added
  if (!one || !two || !three) throw new Error('three were asked for')
  const below = await addTask(db, { project_id, parent_task_id: two.id })

  await edit([two, three], { parent_task_id: one.id })
  const moved = await getTask(db, below.id)
  expect(moved.path.split('.')).toEqual([one, two, below].map(({ id }) => id.replaceAll('-', '')))

  const before = await pictureOf(db, project_id)
  const cycle = await edit([{ ...three, version: 2 }, one], { parent_task_id: below.id })
  expect(cycle.statusCode).toBe(409)
  expect(cycle.json().type).toBe('/problems/task-cycle')
  expect(await pictureOf(db, project_id)).toEqual(before)
})

test('POST bulk, 409 and 422: one outdated or foreign task refuses all of them', async () => {
  const { project_id, added } = await addTasks(db, 2)
  const elsewhere = await addTask(db)
  await db.delete(outbox)
  const before = await pictureOf(db, project_id)
  const [one, two] = added
  if (!one || !two) throw new Error('two were asked for')

  const outdated = await edit([one, { ...two, version: 7 }], { priority: 'low' })
  expect(outdated.statusCode).toBe(409)
  expect(outdated.json().current.tasks).toMatchObject([{ id: two.id, version: 1 }])
  const statusFor = async (chosen: Chosen[], set: object) => (await edit(chosen, set)).statusCode
  expect(await statusFor([one, elsewhere], { priority: 'low' })).toBe(422)
  expect(await statusFor([one, { ...one, id: uuidv7() }], { priority: 'low' })).toBe(422)
  expect(await statusFor([one], { assignee_id: uuidv7() })).toBe(422)
  expect(await statusFor([one], { category_id: uuidv7() })).toBe(422)
  expect(await statusFor([one], { status: 'blocked' })).toBe(400)
  expect(await statusFor([one], {})).toBe(400)
  expect(await statusFor([one, one], { priority: 'low' })).toBe(400)
  expect(await pictureOf(db, project_id)).toEqual(before)
  expect(await announced(db)).toEqual([])
})

test('POST bulk, 403: a contributor changes the progress of own tasks, and nothing else', async () => {
  const actor = actorWith('contributor', { id: await addPerson(db) })
  const { added } = await addTasks(db, 2, { assignee_id: actor.id })
  const { added: others } = await addTasks(db, 1)
  const foreign = await addTask(db, { project_id: added[0]?.project_id ?? '' })

  const statusFor = async (chosen: readonly Chosen[], set: object) =>
    (await edit(chosen, set, actor)).statusCode
  expect(await statusFor(others, { status: 'done' })).toBe(403)
  expect(await statusFor([...added, foreign], { status: 'done' })).toBe(403)
  expect(await statusFor(added, { priority: 'low', status: 'done' })).toBe(403)
  expect(await statusFor(added, { status: 'done' })).toBe(200)
  expect((await remove(others, actor)).statusCode).toBe(403)
})

test('POST bulk-delete, 200: parts go with their wholes, and one undo brings exactly these back', async () => {
  const { project_id, added } = await addTasks(db, 3)
  const [one, two] = added
  if (!one || !two) throw new Error('three were asked for')
  const child = await addTask(db, { project_id, parent_task_id: one.id })
  const grandchild = await addTask(db, { project_id, parent_task_id: child.id })
  const parent = await getTask(db, one.id)
  const before = await pictureOf(db, project_id)

  const { change_set_id, changed } = (
    await remove([parent, await getTask(db, child.id), two])
  ).json()

  expect(changed).toBe(3)
  expect((await pictureOf(db, project_id)).map(({ number }) => number)).toEqual([3])
  expect((await undo(change_set_id)).statusCode).toBe(200)
  expect(await pictureOf(db, project_id)).toEqual(before)
  expect(await getTask(db, grandchild.id)).toMatchObject({ deleted_with: null })
  const kept = await totalsOf(db, project_id)
  expect(kept).toMatchObject(await db.transaction((tx) => recomputeProgress(tx, project_id)))
})

test('POST bulk, 200: five hundred tasks at once', async () => {
  const { id: project_id } = await addProject(db, { team_id: teamId })
  const about = { project_id, title: 'Patch', status: 'todo' as const }
  const added = await db
    .insert(tasks)
    .values(
      generateNKeysBetween(null, null, 500).map((rank, index) => {
        const id = uuidv7()
        return { ...about, id, rank, number: index + 1, path: id.replaceAll('-', '') }
      }),
    )
    .returning()
  const { change_set_id, changed } = (await edit(added, { status: 'done' })).json()
  expect(changed).toBe(500)
  expect((await undo(change_set_id)).json()).toMatchObject({ tasks: 500 })
  expect(new Set((await pictureOf(db, project_id)).map(({ rank }) => rank)).size).toBe(500)
})

test('POST bulk, 400: a date that one of the tasks contradicts changes none of them', async () => {
  const { added } = await addTasks(db, 2, { start_date: '2026-12-02' })
  const response = await edit(added, { due_date: '2026-12-01' })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ errors: [{ pointer: '#/set/due_date' }] })
  for (const { id } of added) expect(await getTask(db, id)).toMatchObject({ version: 1 })
})
