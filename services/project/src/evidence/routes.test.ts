import { projectEvidenceSchema } from '@milepost/api-contracts/evidence'
import { projectBaselines } from '@milepost/db-schemas/plan'
import { projectSnapshots } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { signServiceToken } from '@milepost/service-kit/service-token'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  addMilestone,
  addPerson,
  addProject,
  addTask,
  admin,
  getTask,
  now,
  openService,
  serviceSecret,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { app, send } = await openService(db)

const ask = (
  projectId: string,
  authorization = signServiceToken('insights-service', serviceSecret),
) =>
  app.inject({
    url: `/internal/v1/projects/${projectId}/evidence`,
    headers: { authorization: `Bearer ${authorization}` },
  })

test('GET evidence, 200: everything facts are computed from, cancelled tasks and parents included', async () => {
  const manager_id = await addPerson(db, { name: 'Priya Nair' })
  const { id: project_id } = await addProject(db, { manager_id, start_date: '2026-11-01' })
  const parent = await addTask(db, { project_id })
  await addTask(db, { project_id, parent_task_id: parent.id, status: 'done', estimate_minutes: 60 })
  await addTask(db, { project_id, status: 'cancelled' })
  await addMilestone(db, { project_id })
  await db.insert(projectBaselines).values({
    ...{ project_id, name: 'Baseline 1', reason: 'Agreed.' },
    ...{ start_date: '2026-11-01', finish_date: '2027-02-01' },
  })
  const snapshot = {
    ...{ project_id, leaf_count: 1, done_count: 0, blocked_count: 2, overdue_count: 3 },
    ...{ declared_health: 'green' as const, computed_health: 'green' as const },
  }
  await db.insert(projectSnapshots).values([
    { ...snapshot, snapshot_on: '2026-11-17', completion_percentage: 12.5 },
    { ...snapshot, snapshot_on: '2026-08-21' },
    { ...snapshot, snapshot_on: '2026-08-20' },
  ])

  const response = await ask(project_id)

  const evidence = projectEvidenceSchema.parse(response.json())
  expect(evidence.project).toMatchObject({
    ...{ id: project_id, completion_percentage: 100, median_estimate: 60 },
    manager: { id: manager_id, display_name: 'Priya Nair' },
  })
  expect(evidence.baseline).toMatchObject({ name: 'Baseline 1', finish_date: '2027-02-01' })
  expect(
    evidence.tasks.map(({ number, is_leaf, status, completion_percentage }) => [
      ...[number, is_leaf, status, completion_percentage],
    ]),
  ).toEqual([
    [1, false, 'todo', 0],
    [2, true, 'done', 100],
    [3, true, 'cancelled', 0],
  ])
  expect(evidence.milestones).toHaveLength(1)
  expect(evidence.weekly_done).toHaveLength(12)
  expect(evidence.weekly_done.at(-1)).toEqual({ week_start: '2026-11-16', count: 1 })
  expect(evidence.snapshots.map(({ snapshot_on }) => snapshot_on)).toEqual([
    '2026-08-21',
    '2026-11-17',
  ])
})

test('GET evidence, 200: every field of a task, however it is written', async () => {
  const { id: project_id } = await addProject(db)
  const { id } = await addTask(db, {
    ...{ project_id, title: 'A "quoted" \\ one,\nin <two> lines' },
    ...{ start_date: '2026-11-02', due_date: '2026-11-30', estimate_minutes: 90 },
  })
  const blocked = { blocked_reason: 'The {"parts"} are late.', blocked_since: now }
  await db
    .update(tasks)
    .set({ ...blocked, status: 'blocked' })
    .where(eq(tasks.id, id))

  const evidence = projectEvidenceSchema.parse((await ask(project_id)).json())

  const row = await getTask(db, id)
  expect(evidence.tasks).toEqual([
    {
      ...{ id, number: row.number, title: row.title, status: 'blocked', is_leaf: true },
      ...{ assignee_id: null, estimate_minutes: 90, completion_percentage: 0 },
      ...{ start_date: '2026-11-02', due_date: '2026-11-30' },
      ...{ blocked_reason: 'The {"parts"} are late.', blocked_since: now.toISOString() },
      ...{ completed_at: null, updated_at: row.updated_at.toISOString() },
    },
  ])
})

test('GET evidence, 404: a project that is missing or deleted', async () => {
  const { id } = await addProject(db, { deleted_at: new Date() })
  expect((await ask(id)).statusCode).toBe(404)
  expect((await ask(uuidv7())).statusCode).toBe(404)
})

test('GET evidence, 401: no person’s token opens it, an administrator’s neither', async () => {
  const { id } = await addProject(db)
  const personal = await send(admin, { method: 'GET', url: `/projects/${id}` })
  expect(personal.statusCode).toBe(200)
  const asPerson = await app.inject({
    url: `/internal/v1/projects/${id}/evidence`,
    headers: { authorization: String(personal.raw.req.headers.authorization) },
  })
  expect(asPerson.statusCode).toBe(401)
  expect(
    (await ask(id, signServiceToken('insights-service', 'a secret of somebody else, 32 bytes')))
      .statusCode,
  ).toBe(401)
})
