import { milestones } from '@milepost/db-schemas/milestones'
import { projectHealth, projectSnapshots } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addMilestone, addProject, addTask, announced, later, now } from '#test/harness.ts'
import { runDailyJobs } from './daily-jobs.ts'

const db = await openTestDatabase({ role: 'project_service' })
const nothing = () => {}
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const run = (moment = now) => runDailyJobs({ db, log, now: () => moment, poke: nothing })

test('a milestone whose date has passed is missed, and announced once, however many processes look', async () => {
  const { id: project_id } = await addProject(db)
  const { id: deletedProject } = await addProject(db, { deleted_at: now })
  const passed = await addMilestone(db, { project_id, due_date: '2026-11-17' })
  const others = [
    await addMilestone(db, { project_id, due_date: '2026-11-18' }),
    await addMilestone(db, { project_id, due_date: '2026-11-01', status: 'achieved' }),
    await addMilestone(db, { project_id, due_date: '2026-11-01', deleted_at: now }),
    await addMilestone(db, { project_id: deletedProject, due_date: '2026-11-01' }),
  ]

  await Promise.all([run(), run(), run(), run()])

  const rows = await db.select().from(milestones)
  const stateOf = (id: string) => rows.find((row) => row.id === id)
  expect(stateOf(passed.id)).toMatchObject({ status: 'missed', version: 2 })
  expect(others.map(({ id }) => stateOf(id)?.version)).toEqual([1, 1, 1, 1])
  expect(await announced(db)).toMatchObject([
    {
      ...{ event_type: 'project.milestone', milestone_id: passed.id, change: 'missed' },
      ...{ actor_user_id: null, due_date: '2026-11-17', version: 2 },
    },
  ])
})

test('each project is remembered once a day as it is, and again the next day', async () => {
  const { id: project_id } = await addProject(db, { declared_health: 'green' })
  await addTask(db, { project_id, status: 'done', estimate_minutes: 60 })
  await addTask(db, { project_id, due_date: '2026-11-17', estimate_minutes: 60 })
  await addTask(db, { project_id, due_date: '2026-11-18', status: 'cancelled' })
  await db.insert(projectHealth).values({
    ...{ project_id, computed_health: 'amber', computed_since: now, computed_at: now },
    ...{ rules: [], forecast: { abstains: 'Too little history.' } },
  })

  await Promise.all([run(), run(), run()])
  await run(later)

  const rows = await db
    .select()
    .from(projectSnapshots)
    .where(eq(projectSnapshots.project_id, project_id))
  expect(rows.map(({ snapshot_on }) => snapshot_on).sort()).toEqual(['2026-11-18', '2026-11-19'])
  expect(rows[0]).toMatchObject({
    ...{ status: 'active', completion_percentage: 50, leaf_count: 2, done_count: 1 },
    ...{ blocked_count: 0, overdue_count: 1, declared_health: 'green', computed_health: 'amber' },
  })
})
