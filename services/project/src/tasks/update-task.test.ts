import type { UpdateTask } from '@milepost/api-contracts/tasks'
import { outbox, projectProgress } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  admin,
  announced,
  correlationId,
  eventTypes,
  getTask,
  later,
} from '#test/harness.ts'
import { levelsMax } from './tree.ts'
import { updateTask } from './update-task.ts'

const db = await openTestDatabase({ role: 'project_service' })

const update = (
  task: { id: string; project_id: string },
  input: Partial<UpdateTask>,
  actor: Actor = admin,
) => updateTask(db, { actor, task, input: { version: 1, ...input }, correlationId, now: later })

const progressOf = async (projectId: string) =>
  (await db.select().from(projectProgress).where(eq(projectProgress.project_id, projectId)))[0]

beforeEach(() => db.delete(outbox))

test('changed fields are saved and announced with the whole card', async () => {
  const task = await addTask(db)
  await db.delete(outbox)

  const updated = await update(task, {
    title: 'Rotate the keys',
    labels: ['pki'],
    priority: 'high',
  })

  expect(updated).toMatchObject({ title: 'Rotate the keys', labels: ['pki'], version: 2 })
  expect(await getTask(db, task.id)).toMatchObject({ title: 'Rotate the keys', version: 2 })
  expect(await announced(db)).toMatchObject([
    {
      event_type: 'task.updated',
      version: 2,
      board_version: 2,
      card: { id: task.id, title: 'Rotate the keys', labels: ['pki'], priority: 'high' },
      changed_fields: ['title', 'priority', 'labels'],
    },
  ])
})

test('a change of nothing leaves the version alone, so that nobody’s next change is refused for it', async () => {
  const task = await addTask(db, { labels: ['pki'] })
  await db.delete(outbox)
  expect(await update(task, { title: task.title, labels: ['pki'], assignee_id: null })).toEqual(
    task,
  )
  expect(await getTask(db, task.id)).toEqual(task)
  expect(await announced(db)).toEqual([])
})

test('a change of the status puts the card at the end of its new column and announces it first', async () => {
  const task = await addTask(db)
  const last = await addTask(db, { project_id: task.project_id, status: 'done' })
  await db.delete(outbox)

  const updated = await update(task, { status: 'done', title: 'Rotate the keys' })

  expect(updated.rank > last.rank).toBe(true)
  expect(updated).toMatchObject({ status: 'done', completed_at: later })
  const events = await announced(db)
  expect(events.map(({ event_type }) => event_type)).toEqual([
    ...['task.status_changed', 'task.completed', 'task.updated'],
  ])
  expect(events.map(({ board_version }) => board_version)).toEqual([3, undefined, 4])
})

test('progress that was reported counts in the project’s, and is announced', async () => {
  const task = await addTask(db, { estimate_minutes: 60 })
  await update(task, { completion_percentage: 50 })
  expect(await progressOf(task.project_id)).toMatchObject({ completion_percentage: 50 })
  expect((await announced(db)).at(-1)).toMatchObject({ project_completion_percentage: 50 })
})

test('another estimate changes the median that stands in for missing ones', async () => {
  const task = await addTask(db, { estimate_minutes: 60 })
  await addTask(db, { project_id: task.project_id })
  await update(task, { estimate_minutes: 240 })
  expect(await progressOf(task.project_id)).toMatchObject({
    ...{ estimated_minutes: 240, median_estimate: 240, unestimated_count: 1 },
  })
  await update(task, { estimate_minutes: null, version: 2 })
  expect(await progressOf(task.project_id)).toMatchObject({
    ...{ estimated_minutes: 0, median_estimate: null, unestimated_count: 2 },
  })
})

test('a reason for a block can be corrected without beginning the block anew', async () => {
  const task = await addTask(db)
  await update(task, { status: 'blocked', blocked_reason: 'No parts' })
  const corrected = await update(task, { blocked_reason: 'No rack space', version: 2 })
  expect(corrected).toMatchObject({ blocked_reason: 'No rack space', blocked_since: later })
  expect((await announced(db)).at(-1)).toMatchObject({ changed_fields: ['blocked_reason'] })
})

test('work is given to active members of the owning team, and they are told', async () => {
  const [sara, tom] = [await addPerson(db), await addPerson(db)]
  const task = await addTask(db, { assignee_id: tom })
  await db.delete(outbox)
  await update(task, { assignee_id: sara })
  expect((await announced(db)).at(-1)).toMatchObject({
    event_type: 'user.assigned',
    ...{ assignee_id: sara, previous_assignee_id: tom },
  })
  await update(task, { assignee_id: null, version: 2 })
  expect((await eventTypes(db)).filter((type) => type === 'user.assigned')).toHaveLength(1)
})

test('who left the team keeps the work they have, and may be named again without being given it', async () => {
  const sara = await addPerson(db)
  const task = await addTask(db, { assignee_id: sara })
  await db.owner.execute(`delete from auth.team_memberships where user_id = '${sara}'`)
  await expect(
    update(task, { assignee_id: sara, title: 'Rotate the keys' }),
  ).resolves.toMatchObject({
    assignee_id: sara,
  })
})

test('an id that is not there for this project is refused, whether or not it exists elsewhere', async () => {
  const task = await addTask(db)
  const elsewhere = await addTask(db)
  const milestone = await addMilestone(db, { project_id: elsewhere.project_id })
  const gone = await addMilestone(db, { project_id: task.project_id, deleted_at: later })
  const stranger = await addPerson(db, { team: uuidv7() })
  const inactive = await addPerson(db, { active: false })
  await db.delete(outbox)
  const bad: Partial<UpdateTask>[] = [
    ...[uuidv7(), stranger, inactive].map((assignee_id) => ({ assignee_id })),
    ...[uuidv7(), milestone.id, gone.id].map((milestone_id) => ({ milestone_id })),
    ...[uuidv7(), elsewhere.id].map((parent_task_id) => ({ parent_task_id })),
  ]
  for (const input of bad) {
    await expect(update(task, input)).rejects.toMatchObject({
      ...{ status: 422, kind: 'unknown-reference' },
      errors: [{ pointer: `#/${Object.keys(input)[0]}` }],
    })
  }
  expect(await getTask(db, task.id)).toEqual(task)
  expect(await announced(db)).toEqual([])
})

test('another parent takes everything below along, and both parents’ cards count anew', async () => {
  const from = await addTask(db)
  const { project_id } = from
  const to = await addTask(db, { project_id })
  const moved = await addTask(db, { project_id, parent_task_id: from.id, status: 'done' })
  const below = await addTask(db, { project_id, parent_task_id: moved.id })
  await db.delete(outbox)

  await update(moved, { parent_task_id: to.id })

  expect((await getTask(db, below.id)).path).toBe(
    `${to.path}.${moved.id}.${below.id}`.replaceAll('-', ''),
  )
  expect(await getTask(db, from.id)).toMatchObject({ child_count: 0, child_done_count: 0 })
  expect(await getTask(db, to.id)).toMatchObject({ child_count: 1, child_done_count: 1 })
  expect(
    (await announced(db)).map(({ task_id, board_version }) => [task_id, board_version]),
  ).toEqual([
    [moved.id, 7],
    [from.id, 8],
    [to.id, 9],
  ])
  // `from` is a leaf again, `to` no longer is.
  expect(await progressOf(project_id)).toMatchObject({ leaf_count: 2, board_version: 9 })

  await update(moved, { parent_task_id: null, version: 2 })
  expect((await getTask(db, below.id)).path).toBe(`${moved.id}.${below.id}`.replaceAll('-', ''))
})

test('a task cannot become a part of itself or of what is below it', async () => {
  const top = await addTask(db)
  const child = await addTask(db, { project_id: top.project_id, parent_task_id: top.id })
  for (const parent_task_id of [top.id, child.id]) {
    await expect(update(top, { parent_task_id })).rejects.toMatchObject({ kind: 'task-cycle' })
  }
})

test('a breakdown has an end: no subtree is moved to where it would be too deep', async () => {
  const { id: project_id } = await addProject(db)
  let deepest = await addTask(db, { project_id })
  for (let level = 2; level < levelsMax; level++) {
    deepest = await addTask(db, { project_id, parent_task_id: deepest.id })
  }
  const top = await addTask(db, { project_id })
  await addTask(db, { project_id, parent_task_id: top.id })
  await expect(update(top, { parent_task_id: deepest.id })).rejects.toMatchObject({ status: 400 })
})

test('a contributor changes the progress of their own task and is refused everything else, whole', async () => {
  const actor = actorWith('contributor', { id: await addPerson(db) })
  const task = await addTask(db, { assignee_id: actor.id })
  await expect(update(task, { status: 'done', title: 'Mine' }, actor)).rejects.toMatchObject({
    status: 403,
  })
  expect(await getTask(db, task.id)).toEqual(task)
  await expect(update(task, { remaining_minutes: 30 }, actor)).resolves.toMatchObject({
    version: 2,
  })
})

test('of ten changes of one version, one wins and the others are told what the task is now', async () => {
  const task = await addTask(db)
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, number) => update(task, { title: `Title ${number}` })),
  )
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost).toHaveLength(9)
  expect(lost[0]?.reason).toMatchObject({ kind: 'task-changed', current: { version: 2 } })
})

test.each([
  [{ start_date: '2026-12-02' }, '#/start_date'],
  [{ due_date: '2026-11-30' }, '#/due_date'],
  [{ start_date: '2026-12-05', due_date: '2026-12-04' }, '#/due_date'],
])(
  'nothing is saved of dates that end before they begin, also with the date not sent: %j',
  async (dates, pointer) => {
    const task = await addTask(db, { start_date: '2026-12-01', due_date: '2026-12-01' })
    await expect(update(task, dates)).rejects.toMatchObject({ status: 400, errors: [{ pointer }] })
    expect(await getTask(db, task.id)).toMatchObject({ version: 1, start_date: '2026-12-01' })
  },
)

test('dates that contradicted each other before do not stop a change of something else', async () => {
  const task = await addTask(db, { due_date: '2026-12-01' })
  await db.update(tasks).set({ start_date: '2026-12-02' }).where(eq(tasks.id, task.id))
  expect(await update(task, { title: 'Rotate the keys' })).toMatchObject({ version: 2 })
  expect(await update(task, { version: 2, start_date: null })).toMatchObject({ version: 3 })
})
