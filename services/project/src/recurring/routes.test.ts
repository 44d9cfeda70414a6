import type { RecurringTaskView } from '@milepost/api-contracts/recurring'
import { outbox, projects } from '@milepost/db-schemas/projects'
import { recurringTasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { addDays } from '#calendar-day.ts'
import { runDailyJobs } from '#daily-jobs.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  announced,
  now,
  openService,
} from '#test/harness.ts'
import { listTasksOf } from '#test/imports.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })
const sara = await addPerson(db)

let projectId = ''
beforeEach(async () => {
  projectId = (await addProject(db)).id
  await db.delete(outbox)
})

/** On the second Tuesday: after Wednesday 2026-11-18, that is 2026-12-08. */
const patchDay = {
  title: 'Patch the DMZ',
  fields: { priority: 'high', estimate_minutes: 120, labels: ['patch'] },
  rule: 'FREQ=MONTHLY;BYDAY=2TU',
  starts_on: '2026-11-01',
}
const create = (more: object = {}) =>
  send(manager, {
    ...{ method: 'POST', url: `/projects/${projectId}/recurring-tasks` },
    body: { ...patchDay, ...more },
  })

const nothing = () => {}
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const runOn = (day: string) =>
  runDailyJobs({ db, log, now: () => new Date(`${day}T00:05:00Z`), poke: nothing })
const made = async () =>
  (await listTasksOf(db, projectId)).map(({ title, due_date, occurrence_on }) => {
    expect(due_date).toBe(occurrence_on)
    return [title, due_date]
  })

test('POST recurring-tasks, 201: the next date is told, and its task waits until it is near', async () => {
  const answer = await create({ fields: { ...patchDay.fields, assignee_id: sara } })
  expect(answer.json()).toMatchObject({
    ...{ next_on: '2026-12-08', lead_days: 7, made_count: 0, can: { update: true } },
    assignee: { id: sara },
  })
  expect(await made()).toEqual([])
  await runOn('2026-11-30')
  expect(await made()).toEqual([])

  await runOn('2026-12-01')
  const [task] = await listTasksOf(db, projectId)
  expect(task).toMatchObject({
    ...{ title: 'Patch the DMZ', status: 'todo', priority: 'high', labels: ['patch'] },
    ...{ due_date: '2026-12-08', estimate_minutes: 120, assignee_id: sara },
  })
  const events = await announced(db)
  expect(events.map(({ event_type }) => event_type)).toEqual(['task.created', 'user.assigned'])
  expect(events[0]).toMatchObject({ actor_user_id: manager.id })
  const list = await send(manager, { method: 'GET', url: `/projects/${projectId}/recurring-tasks` })
  expect(list.json().items).toMatchObject([{ next_on: '2027-01-12', made_count: 1 }])
})

test('each date becomes one task, however many processes look', async () => {
  await create({ rule: 'FREQ=WEEKLY;BYDAY=TU', lead_days: 14 })
  expect(await made()).toEqual([
    ['Patch the DMZ', '2026-11-24'],
    ['Patch the DMZ', '2026-12-01'],
  ])
  await Promise.all([runOn('2026-11-25'), runOn('2026-11-25'), runOn('2026-11-25')])
  expect((await made()).map(([, day]) => day)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08'])
})

test('days on which nothing ran are made up for', async () => {
  await create({ rule: 'FREQ=DAILY', lead_days: 0 })
  await runOn('2026-11-21')
  expect((await made()).map(([, day]) => day)).toEqual([
    ...['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
  ])
})

test('a project that rests makes no work, and a rule that ends stops', async () => {
  await create({ rule: 'FREQ=DAILY;COUNT=2', starts_on: '2026-11-20', lead_days: 0 })
  await db.update(projects).set({ status: 'on_hold' }).where(eq(projects.id, projectId))
  await runOn('2026-11-20')
  expect(await made()).toEqual([])
  await db.update(projects).set({ status: 'active' }).where(eq(projects.id, projectId))
  await runOn('2026-12-20')
  expect((await made()).map(([, day]) => day)).toEqual(['2026-11-20', '2026-11-21'])
  const [row] = await db
    .select()
    .from(recurringTasks)
    .where(eq(recurringTasks.project_id, projectId))
  expect(row?.next_on).toBeNull()
})

test('a person who left and a milestone that is gone do not stop the work', async () => {
  const leaver = await addPerson(db)
  const milestone = await addMilestone(db, { project_id: projectId })
  const fields = { assignee_id: leaver, milestone_id: milestone.id }
  await create({ rule: 'FREQ=WEEKLY;BYDAY=MO', fields, lead_days: 0 })
  await send(manager, {
    ...{ method: 'DELETE', url: `/milestones/${milestone.id}`, headers: { 'if-match': '"1"' } },
  })
  await db.owner.execute(`delete from auth.team_memberships where user_id = '${leaver}'`)
  await runOn('2026-11-23')
  const [task] = await listTasksOf(db, projectId)
  expect(task).toMatchObject({ due_date: '2026-11-23', assignee_id: null, milestone_id: null })
})

test('PATCH, 200: another rule holds from today on, and a date with a task gets no second one', async () => {
  const series: RecurringTaskView = (
    await create({ rule: 'FREQ=WEEKLY;BYDAY=TU', lead_days: 7 })
  ).json()
  const url = `/recurring-tasks/${series.id}`
  const change = { version: 1, rule: 'FREQ=WEEKLY;BYDAY=TU,WE', title: 'Patch and check' }
  const changed = await send(manager, { method: 'PATCH', url, body: change })
  expect(changed.json()).toMatchObject({ version: 2, next_on: '2026-12-01', made_count: 3 })
  expect(await made()).toEqual([
    ['Patch the DMZ', '2026-11-24'],
    ['Patch and check', '2026-11-18'],
    ['Patch and check', '2026-11-25'],
  ])
  const stale = await send(manager, { method: 'PATCH', url, body: { version: 1, title: 'X' } })
  expect([stale.statusCode, stale.json().current.title]).toEqual([409, 'Patch and check'])
})

test('DELETE, 204: the series ends and its tasks stay', async () => {
  const { id } = (await create({ rule: 'FREQ=WEEKLY;BYDAY=TU', lead_days: 7 })).json()
  const url = `/recurring-tasks/${id}`
  const headers = { 'if-match': '"1"' }
  expect((await send(manager, { method: 'DELETE', url })).statusCode).toBe(428)
  expect((await send(manager, { method: 'DELETE', url, headers })).statusCode).toBe(204)
  await runOn('2026-12-31')
  expect(await made()).toHaveLength(1)
})

test.each([
  [{ rule: 'every Tuesday' }, 400, '#/rule'],
  [{ rule: 'FREQ=HOURLY;INTERVAL=2' }, 400, '#/rule'],
  [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 400, '#/rule'],
  [{ starts_on: addDays('2026-11-18', 4_000) }, 400, '#/starts_on'],
  [{ lead_days: 91 }, 400, '#/lead_days'],
  [{ fields: { assignee_id: uuidv7() } }, 422, '#/fields/assignee_id'],
  [{ fields: { milestone_id: uuidv7() } }, 422, '#/fields/milestone_id'],
])('POST with %o is refused with %i at %s', async (more, status, pointer) => {
  const answer = await create(more)
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([status, pointer])
  expect(now.toISOString()).toContain('2026-11-18')
})
