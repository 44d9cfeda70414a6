import { portfolioOverviewSchema } from '@milepost/api-contracts/portfolio'
import { projectHealth, projectSnapshots } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  addTeam,
  admin,
  now,
  openService,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

const call = (headers: Record<string, string> = {}) => ({
  ...{ method: 'GET' as const, url: '/portfolio/overview', headers },
})
const overview = async (actor: Actor) =>
  portfolioOverviewSchema.parse((await send(actor, call())).json())

const healthRow = (project_id: string, computed_health: 'green' | 'amber' | 'red') => ({
  ...{ project_id, computed_health, computed_since: now, computed_at: now },
  ...{ rules: [], forecast: { abstains: 'Too little history.' } },
})

/** A team with a red, a green and a completed project. */
async function addPortfolio() {
  const team_id = await addTeam(db)
  const red = await addProject(db, { team_id, name: 'Tape library', declared_health: 'green' })
  const green = await addProject(db, { team_id, name: 'Cloud migration', declared_health: 'green' })
  const completed = await addProject(db, {
    ...{ team_id, name: 'Jump hosts', status: 'completed', completed_on: '2026-11-16' },
  })
  await db.insert(projectHealth).values(healthRow(red.id, 'red'))
  await addTask(db, { project_id: red.id, due_date: '2026-11-01' })
  await addTask(db, { project_id: red.id, status: 'done', estimate_minutes: 60 })
  const blocked = await addTask(db, { project_id: red.id })
  await send(admin, {
    ...{ method: 'PATCH', url: `/tasks/${blocked.id}/move` },
    body: {
      ...{ status: 'blocked', after_id: null, before_id: null, version: 1 },
      blocked_reason: 'No parts',
    },
  })
  return {
    team_id,
    red,
    green,
    completed,
    reader: actorWith('project_manager', { team_ids: [team_id] }),
  }
}

test('GET overview, 200: counts, projects worst first, milestones by date, and what changed', async () => {
  const { red, green, completed, reader } = await addPortfolio()
  const due = await addMilestone(db, {
    project_id: green.id,
    due_date: '2026-11-25',
    name: 'Wave 1',
  })
  await addTask(db, { project_id: green.id, milestone_id: due.id })
  await addMilestone(db, { project_id: green.id, due_date: '2026-12-20', name: 'Wave 2' })
  await addMilestone(db, {
    ...{ project_id: red.id, due_date: '2026-11-17', name: 'Racks', status: 'achieved' },
    achieved_on: '2026-11-17',
  })
  await addMilestone(db, { project_id: red.id, due_date: '2027-08-01' })
  // In a red project, which by itself says nothing of it.
  await addMilestone(db, { project_id: red.id, due_date: '2026-12-21', name: 'Racks 2' })

  const { counts, projects, milestones, changes, can } = await overview(reader)

  expect(counts).toEqual({
    active: { value: 2, change: null },
    completed: { value: 1, change: null },
    at_risk: { value: 1, change: null },
    blocked_tasks: { value: 1, change: null },
    overdue_tasks: { value: 1, change: null },
    milestones_due: { value: 1, change: null },
  })
  expect(projects.map(({ id }) => id)).toEqual([red.id, green.id, completed.id])
  expect(projects[0]).toMatchObject({
    ...{ health: 'red', declared_health: 'green', computed_health: 'red', disagreement_days: 0 },
    ...{ completion_percentage: 33.3, task_count: 3, done_count: 1, blocked_count: 1 },
    ...{ blocked_oldest_days: 0, overdue_count: 1 },
  })
  expect(projects[0]?.weekly_done.at(-1)).toBe(1)
  expect(projects[1]?.next_milestone).toMatchObject({ id: due.id })
  expect(milestones.map(({ name, at_risk }) => [name, at_risk])).toEqual([
    ['Racks', false],
    ['Wave 1', true],
    ['Wave 2', false],
    ['Racks 2', false],
  ])
  expect(changes.map(({ kind, text, happened_on }) => [kind, text, happened_on])).toEqual([
    ['finished', '1 task finished', '2026-11-18'],
    ['blocked', '1 task newly blocked', '2026-11-18'],
    ['milestone', 'Racks achieved', '2026-11-17'],
  ])
  expect(can).toEqual({ analyze: true, create_project: true })
})

test('GET overview, 200: compares with the snapshots of seven days ago', async () => {
  const { red, green, completed, reader } = await addPortfolio()
  const snapshot = (project_id: string, status: 'active' | 'planning' | null) => ({
    ...{ project_id, status, snapshot_on: '2026-11-11', leaf_count: 3, done_count: 0 },
    ...{ blocked_count: 3, overdue_count: 0, declared_health: 'green' as const },
    computed_health: 'amber' as const,
  })
  await db.insert(projectSnapshots).values([
    snapshot(red.id, 'active'),
    snapshot(green.id, 'planning'),
    // From before snapshots kept the status: completed since, so it was active then.
    snapshot(completed.id, null),
  ])
  expect((await overview(reader)).counts).toMatchObject({
    active: { value: 2, change: 0 },
    completed: { value: 1, change: 1 },
    at_risk: { value: 1, change: -1 },
    blocked_tasks: { value: 1, change: -8 },
    overdue_tasks: { value: 1, change: 1 },
  })
})

test('GET overview, 200: a change of health says what it was before', async () => {
  const { red, reader } = await addPortfolio()
  await db.insert(projectSnapshots).values({
    ...{ project_id: red.id, snapshot_on: '2026-11-15', leaf_count: 3, done_count: 0 },
    ...{ blocked_count: 0, overdue_count: 0, declared_health: 'green', computed_health: 'amber' },
  })
  const { changes } = await overview(reader)
  expect(changes[0]).toMatchObject({ kind: 'health', text: 'computed amber → red', health: 'red' })
})

test('GET overview, 200: a manager sees their teams’ projects and numbers, and nothing of another’s', async () => {
  const [one, other] = [await addPortfolio(), await addPortfolio()]
  const { projects, counts } = await overview(one.reader)
  expect(projects.map(({ id }) => id)).not.toContain(other.red.id)
  expect(counts.active.value).toBe(2)
  const before = (await send(one.reader, call())).rawPayload
  await addTask(db, { project_id: other.red.id })
  expect((await send(one.reader, call())).rawPayload).toEqual(before)

  const all = (await overview(actorWith('executive', { team_ids: [] }))).projects
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([one.red.id, other.red.id]))
  const both = actorWith('project_manager', { team_ids: [one.team_id, other.team_id] })
  expect((await overview(both)).projects).toHaveLength(6)
  expect((await overview(actorWith('project_manager', { team_ids: [] }))).projects).toEqual([])
})

test('GET overview, 200: an executive creates no project, whoever asked for the same bytes before', async () => {
  expect((await overview(admin)).can).toEqual({ analyze: true, create_project: true })
  expect((await overview(actorWith('executive'))).can).toEqual({
    analyze: true,
    create_project: false,
  })
})

test('GET overview, 304 until anything in it changes', async () => {
  const { red, team_id, reader } = await addPortfolio()
  const task = await addTask(db, { project_id: red.id })
  const milestone = await addMilestone(db, { project_id: red.id })
  const owner = await addPerson(db, { team: team_id, name: 'Ana Silva' })
  const patch = (url: string, body: object) => send(reader, { method: 'PATCH', url, body })
  const changes: [string, () => Promise<unknown>][] = [
    ['a card', () => patch(`/tasks/${task.id}`, { version: 1, title: 'Other' })],
    ['a milestone', () => patch(`/milestones/${milestone.id}`, { version: 1, name: 'Other' })],
    ['a project', () => patch(`/projects/${red.id}`, { version: 1, manager_id: owner })],
    [
      'a person’s name',
      () => db.owner.execute(`update auth.users set display_name = 'Ana S' where id = '${owner}'`),
    ],
    [
      'a team’s name',
      () =>
        db.owner.execute(
          `update auth.teams set name = 'Other ${uuidv7()}' where id = '${team_id}'`,
        ),
    ],
    [
      'the computed health',
      () =>
        db
          .update(projectHealth)
          .set({ computed_at: new Date() })
          .where(eq(projectHealth.project_id, red.id)),
    ],
    ['a new milestone', () => addMilestone(db, { project_id: red.id })],
    ['a new project', () => addProject(db, { team_id })],
    ['a deleted project', () => send(reader, { method: 'DELETE', url: `/projects/${red.id}` })],
  ]
  for (const [what, change] of changes) {
    const known = { 'if-none-match': String((await send(reader, call())).headers.etag) }
    expect([what, (await send(reader, call(known))).statusCode]).toEqual([what, 304])
    await change()
    expect([what, (await send(reader, call(known))).statusCode]).toEqual([what, 200])
  }
})

test('GET overview, 200: finished work counts in the ISO week it was finished in, as long as it is finished', async () => {
  const { red, reader } = await addPortfolio()
  const finish = async (completed_at: string) => {
    const { id } = await addTask(db, { project_id: red.id, status: 'done' })
    await db
      .update(tasks)
      .set({ completed_at: new Date(completed_at) })
      .where(eq(tasks.id, id))
  }
  await finish('2026-11-15T23:59:59Z')
  await finish('2026-11-09T00:00:00Z')
  await finish('2026-08-31T00:00:00Z')
  await finish('2026-08-30T23:59:59Z')
  await addTask(db, { project_id: red.id })
  const { projects } = await overview(reader)
  expect(projects[0]?.weekly_done).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1])
})
