import { portfolioTimelineSchema } from '@milepost/api-contracts/portfolio-timeline'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addProject,
  addTask,
  addTeam,
  admin,
  openService,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const [ours, theirs] = [await addTeam(db), await addTeam(db)]

const read = async (actor = admin) =>
  portfolioTimelineSchema.parse(
    (await send(actor, { method: 'GET', url: '/portfolio/timeline' })).json(),
  )

const first = await addProject(db, {
  ...{ team_id: ours, start_date: '2026-11-02', finish_date: '2026-12-18' },
})
const second = await addProject(db, { team_id: theirs })
const milestone = await addMilestone(db, { project_id: first.id, due_date: '2027-01-08' })
const before = await addTask(db, { project_id: first.id, due_date: '2026-12-04' })
const after = await addTask(db, {
  ...{ project_id: second.id, start_date: '2026-12-02', due_date: '2026-12-11' },
})
await addProject(db, { team_id: ours, status: 'cancelled' })
await db.insert(taskDependencies).values({
  ...{ project_id: second.id, predecessor_id: before.id, successor_id: after.id },
})

test('GET portfolio/timeline, 200: every project from its first day to its last, with what it promised', async () => {
  const { projects, calendar } = await read(actorWith('executive', { team_ids: [] }))
  expect(projects).toMatchObject([
    {
      ...{ id: first.id, start_date: '2026-11-02', finish_date: '2027-01-08' },
      ...{ planned_finish_date: '2026-12-18', baseline_finish_date: null },
      milestones: [{ id: milestone.id, due_date: '2027-01-08' }],
    },
    { id: second.id, start_date: '2026-12-02', finish_date: '2026-12-11', milestones: [] },
  ])
  expect(calendar.weekend).toEqual([6, 7])
})

test('GET portfolio/timeline, 200: links between projects say by how much the dates break them', async () => {
  expect((await read()).links).toMatchObject([
    {
      predecessor: { project_id: first.id, key: `${first.key}-1` },
      successor: { project_id: second.id, key: `${second.key}-1` },
      ...{ from_date: '2026-12-04', to_date: '2026-12-02', violated_days: 3 },
    },
  ])
})

test('GET portfolio/timeline, 200: a manager sees the own projects, and no link out of them', async () => {
  const { projects, links } = await read(actorWith('project_manager', { team_ids: [ours] }))
  expect(projects.map(({ id }) => id)).toEqual([first.id])
  expect(links).toEqual([])
})

test('GET portfolio/timeline, 403: it is not for contributors', async () => {
  const response = await send(actorWith('contributor', { team_ids: [ours] }), {
    ...{ method: 'GET', url: '/portfolio/timeline' },
  })
  expect(response.statusCode).toBe(403)
})
