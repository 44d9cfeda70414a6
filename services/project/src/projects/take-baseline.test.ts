import { baselineItems, projectBaselines } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  addMilestone,
  addPerson,
  addProject,
  addTask,
  admin,
  correlationId,
  now,
} from '#test/harness.ts'
import { updateProject } from './update-project.ts'

const db = await openTestDatabase({ role: 'project_service' })
const actor = { ...admin, id: await addPerson(db) }
const activate = (projectId: string, version = 1) =>
  updateProject(db, { actor, projectId, input: { version, status: 'active' }, correlationId, now })
const baselinesOf = (projectId: string) =>
  db.select().from(projectBaselines).where(eq(projectBaselines.project_id, projectId))

test('a project that becomes active keeps its plan: its dates, and those of its tasks and milestones', async () => {
  const { id: project_id } = await addProject(db, {
    ...{ status: 'planning', start_date: '2026-11-01', finish_date: '2027-03-01' },
  })
  const task = await addTask(db, { project_id, due_date: '2026-12-10', estimate_minutes: 60 })
  await addTask(db, { project_id })
  const milestone = await addMilestone(db, { project_id, due_date: '2026-12-20' })

  await activate(project_id)

  const [baseline] = await baselinesOf(project_id)
  expect(baseline).toMatchObject({
    ...{ start_date: '2026-11-01', finish_date: '2027-03-01', taken_by: actor.id },
  })
  const items = await db
    .select()
    .from(baselineItems)
    .where(eq(baselineItems.baseline_id, baseline?.id ?? ''))
  expect(items).toHaveLength(2)
  expect(items).toContainEqual(
    expect.objectContaining({ task_id: task.id, finish_date: '2026-12-10', estimate_minutes: 60 }),
  )
  expect(items).toContainEqual(
    expect.objectContaining({ milestone_id: milestone.id, finish_date: '2026-12-20' }),
  )
})

test('a plan is kept once: a project that pauses and goes on is measured from the first', async () => {
  const { id } = await addProject(db, {
    ...{ status: 'planning', start_date: '2026-11-01', finish_date: '2027-03-01' },
  })
  await activate(id)
  await updateProject(db, {
    ...{ actor, projectId: id, correlationId, now },
    input: { version: 2, status: 'on_hold', finish_date: '2027-06-01' },
  })
  await activate(id, 3)
  expect(await baselinesOf(id)).toMatchObject([{ finish_date: '2027-03-01' }])
})

test('without planned dates they are those of the work, and without any there is no plan to keep', async () => {
  const { id: dated } = await addProject(db, { status: 'planning' })
  await addTask(db, { project_id: dated, start_date: '2026-11-20', due_date: '2026-12-10' })
  await addMilestone(db, { project_id: dated, due_date: '2026-12-20' })
  const { id: undated } = await addProject(db, { status: 'planning' })
  await activate(dated)
  await activate(undated)
  expect(await baselinesOf(dated)).toMatchObject([
    { start_date: '2026-11-20', finish_date: '2026-12-20' },
  ])
  expect(await baselinesOf(undated)).toEqual([])
})

test('a change of a project that is already active keeps no plan', async () => {
  const { id } = await addProject(db, { start_date: '2026-11-01', finish_date: '2027-03-01' })
  await updateProject(db, {
    ...{ actor, projectId: id, correlationId, now },
    input: { version: 1, name: 'Other' },
  })
  expect(await baselinesOf(id)).toEqual([])
})
