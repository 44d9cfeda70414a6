import { notifications } from '@milepost/db-schemas/notifications'
import { processedEvents } from '@milepost/db-schemas/projects'
import { taskWatchers } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { AnyEvent } from '@milepost/shared-events/define-event'
import { asc, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '#comments/add-comment.ts'
import { updateMilestone } from '#milestones/update-milestone.ts'
import { moveTask } from '#tasks/move-task.ts'
import { updateTask } from '#tasks/update-task.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  admin,
  announced,
  correlationId,
  getTask,
  now,
  teamId,
} from '#test/harness.ts'
import { replacePreferences } from './preferences.ts'
import { notificationReactions } from './reactions.ts'
import { remindOfDueTasks } from './remind-of-due-tasks.ts'

const db = await openTestDatabase({ role: 'project_service' })
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const sara = await addPerson(db, { name: 'Sara Andersson' })
const watcher = await addPerson(db, { name: 'Tom Berg' })
// The builders act as the administrator.
await addPerson(db, { id: admin.id, team: null })
const stranger = await addPerson(db, { team: null })

let seen = 0
beforeEach(async () => {
  seen = (await announced(db)).length
})

/** Brings what was announced since the last call to the reactions, as the consumer does. */
async function deliver(): Promise<void> {
  const all = (await announced(db)) as unknown as AnyEvent[]
  for (const event of all.slice(seen))
    for (const reaction of notificationReactions.filter(({ type }) => type === event.event_type))
      await reaction.apply(db, processedEvents, event)
  seen = all.length
}

const inboxOf = (userId: string) =>
  db
    .select()
    .from(notifications)
    .where(eq(notifications.user_id, userId))
    .orderBy(asc(notifications.happened_at))
const kindsOf = async (userId: string, taskId: string) =>
  (await inboxOf(userId)).filter(({ task_id }) => task_id === taskId).map(({ kind }) => kind)

const command = { actor: manager, correlationId, now }

async function assign(taskId: string, userId: string) {
  const task = await getTask(db, taskId)
  await updateTask(db, { ...command, task, input: { assignee_id: userId, version: task.version } })
}

async function move(taskId: string, status: 'in_progress' | 'blocked' | 'in_review') {
  const task = await getTask(db, taskId)
  const reason = status === 'blocked' ? { blocked_reason: 'No rack space.' } : {}
  await moveTask(db, {
    ...command,
    task,
    move: { status, after_id: null, before_id: null, version: task.version, ...reason },
  })
}

test('who is given a task hears of it, and nobody of what they did themselves', async () => {
  const task = await addTask(db)
  await assign(task.id, sara)
  await assign(task.id, manager.id)
  await deliver()
  expect(await kindsOf(sara, task.id)).toEqual(['assigned'])
  expect(await kindsOf(manager.id, task.id)).toEqual([])
})

test('an event that is delivered twice is one line', async () => {
  const task = await addTask(db)
  await assign(task.id, sara)
  await deliver()
  seen = 0
  await deliver()
  expect(await kindsOf(sara, task.id)).toEqual(['assigned'])
})

describe('a comment', () => {
  test('tells who is named that they were, and who follows the task that something was said', async () => {
    const task = await addTask(db)
    await assign(task.id, sara)
    await db.insert(taskWatchers).values({ task_id: task.id, user_id: watcher })
    const body = `Can you look, [@Sara Andersson](mention:${sara})?`
    await db.transaction((tx) => addComment(tx, { ...command, taskId: task.id, body }))
    await deliver()
    expect(await kindsOf(sara, task.id)).toEqual(['assigned', 'mentioned'])
    expect(await kindsOf(watcher, task.id)).toEqual(['commented'])
    const line = (await inboxOf(watcher)).find(({ task_id }) => task_id === task.id)
    expect(line?.detail).toEqual({ excerpt: 'Can you look, @Sara Andersson?' })
  })

  test('that names a person who does not see the project tells them nothing', async () => {
    const task = await addTask(db)
    const body = `[@Eve](mention:${stranger})`
    await db.transaction((tx) => addComment(tx, { ...command, taskId: task.id, body }))
    await deliver()
    expect(await inboxOf(stranger)).toEqual([])
  })
})

describe('moves', () => {
  test('fifty of them are one line that counts, until it is read', async () => {
    const project = await addProject(db)
    const tasks = await Promise.all(
      [1, 2, 3, 4, 5].map(() => addTask(db, { project_id: project.id, assignee_id: sara })),
    )
    for (let round = 0; round < 5; round++)
      for (const { id } of tasks) {
        await move(id, 'in_progress')
        await move(id, 'in_review')
      }
    await deliver()
    const lines = (await inboxOf(sara)).filter(
      ({ project_id, kind }) => project_id === project.id && kind === 'status_changed',
    )
    expect(lines.map(({ count }) => count)).toEqual([50])
  })

  test('into Blocked tell the manager why', async () => {
    const project = await addProject(db, { manager_id: watcher })
    const task = await addTask(db, { project_id: project.id })
    await move(task.id, 'blocked')
    await deliver()
    const [line] = (await inboxOf(watcher)).filter(({ task_id }) => task_id === task.id)
    expect(line).toMatchObject({ kind: 'blocked', detail: { reason: 'No rack space.' } })
  })
})

test('a milestone that moves is told to those whose open tasks lead to it, with both dates', async () => {
  const project = await addProject(db)
  const milestone = await addMilestone(db, { project_id: project.id, due_date: '2026-12-01' })
  await addTask(db, { project_id: project.id, assignee_id: sara, milestone_id: milestone.id })
  await updateMilestone(db, {
    ...{ ...command, milestoneId: milestone.id },
    input: { due_date: '2026-12-15', version: milestone.version },
  })
  await deliver()
  const line = (await inboxOf(sara)).find(({ milestone_id }) => milestone_id === milestone.id)
  expect(line?.detail).toMatchObject({ from: '2026-12-01', to: '2026-12-15' })
})

test('a task that is due tomorrow is told once, and again when its date has moved', async () => {
  const task = await addTask(db, { assignee_id: sara, due_date: '2026-11-19' })
  const remind = (today: string) =>
    db.transaction((tx) => remindOfDueTasks(tx, { today, now, correlationId }))
  expect(await remind('2026-11-18')).toBe(1)
  expect(await remind('2026-11-18')).toBe(0)
  expect(await remind('2026-11-19')).toBe(0)
  await db.execute(sql`update projects.tasks set due_date = '2026-11-20' where id = ${task.id}`)
  expect(await remind('2026-11-19')).toBe(1)
})

test('the most particular wish counts', async () => {
  const person = await addPerson(db)
  const actor = actorWith('contributor', { id: person, team_ids: [teamId] })
  const [quiet, loud] = [await addProject(db), await addProject(db)]
  const wish = { in_app: true, in_digest: true }
  await replacePreferences(db, actor, [
    { ...wish, project_id: null, kind: null, in_app: false },
    { ...wish, project_id: loud.id, kind: null },
    { ...wish, project_id: loud.id, kind: 'blocked', in_app: false },
  ])
  for (const project_id of [quiet.id, loud.id]) {
    const task = await addTask(db, { project_id })
    await assign(task.id, person)
    await move(task.id, 'blocked')
  }
  await deliver()
  expect((await inboxOf(person)).map(({ project_id, kind }) => [project_id, kind])).toEqual([
    [loud.id, 'assigned'],
  ])
})
