import { schedulePreviewSchema, timelineSchema } from '@milepost/api-contracts/timeline'
import { taskDependencies } from '@milepost/db-schemas/plan'
import type { projects } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { asc, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  addTeam,
  announced,
  openService,
  teamId,
} from '#test/harness.ts'

type Mode = (typeof projects.$inferSelect)['scheduling_mode']

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
await addTeam(db, teamId)
const manager = actorWith('project_manager', { id: await addPerson(db) })

interface Planned {
  start: string
  due: string
}

/** Monday to Friday of a week, and of the next one: 16 November 2026 is a Monday. */
const weeks = [
  { start: '2026-11-16', due: '2026-11-20' },
  { start: '2026-11-23', due: '2026-11-27' },
  { start: '2026-11-30', due: '2026-12-04' },
]

/** Tasks that follow one another, finish to start. */
async function addChain(mode: Mode, dates: readonly Planned[] = weeks) {
  const project = await addProject(db, { scheduling_mode: mode })
  const project_id = project.id
  const ids: string[] = []
  for (const { start, due } of dates) {
    const { id } = await addTask(db, { project_id, start_date: start, due_date: due })
    await addLink(project_id, ids.at(-1), id)
    ids.push(id)
  }
  return { project, ids }
}

async function addLink(project_id: string, predecessor_id: string | undefined, id: string) {
  if (predecessor_id === undefined) return
  await db.insert(taskDependencies).values({ project_id, predecessor_id, successor_id: id })
}

const change = (task_id: string | undefined, { start, due }: Planned, version = 1) => ({
  ...{ task_id, start_date: start, due_date: due, version },
})

const post = (url: string, body: object) => ({ method: 'POST' as const, url, body })
const preview = (projectId: string, ...changes: object[]) =>
  send(manager, post(`/projects/${projectId}/schedule/preview`, { changes }))
const apply = (projectId: string, changes: object[], more: object = {}) =>
  send(manager, post(`/projects/${projectId}/schedule`, { changes, ...more }))

const datesOf = async (projectId: string) =>
  (
    await db.select().from(tasks).where(eq(tasks.project_id, projectId)).orderBy(asc(tasks.number))
  ).map(({ start_date: start, due_date: due }) => ({ start, due }))

const readTimeline = async (projectId: string) =>
  timelineSchema.parse(
    (await send(manager, { method: 'GET', url: `/projects/${projectId}/timeline` })).json(),
  )

const toWednesday = { start: '2026-11-18', due: '2026-11-24' }

test('POST preview, 200: push moves what is in conflict, by as much as it needs, and saves nothing', async () => {
  const { project, ids } = await addChain('push')
  const response = await preview(project.id, change(ids[0], toWednesday))

  expect(response.statusCode).toBe(200)
  const { moves, violations, finish } = schedulePreviewSchema.parse(response.json())
  expect(moves).toMatchObject([
    { task_id: ids[0], to: { start_date: '2026-11-18', due_date: '2026-11-24' }, cause: 'asked' },
    { task_id: ids[1], to: { start_date: '2026-11-25', due_date: '2026-12-01' }, cause: 'link' },
    { task_id: ids[2], to: { start_date: '2026-12-02', due_date: '2026-12-08' }, days: 2 },
  ])
  expect(violations).toEqual([])
  expect(finish).toEqual({ from: '2026-12-04', to: '2026-12-08' })
  expect(await datesOf(project.id)).toEqual(weeks)
})

test('POST preview, 200: warn moves only what was asked, and names what is broken; off says nothing', async () => {
  for (const mode of ['warn', 'off'] as const) {
    const { project, ids } = await addChain(mode)
    const { moves, violations } = (await preview(project.id, change(ids[0], toWednesday))).json()
    expect(moves).toHaveLength(1)
    const named = {
      ...{ task_id: ids[1], link_id: expect.any(String), kind: 'link', days: 2 },
      detail: `${project.key}-2 is 2 working days too early for ${project.key}-1.`,
    }
    expect(violations).toEqual(mode === 'warn' ? [named] : [])
  }
})

test('POST preview, 200: strict pulls what follows to the earliest day', async () => {
  const { project, ids } = await addChain('strict')
  const shorter = { start: '2026-11-16', due: '2026-11-18' }
  const { moves } = (await preview(project.id, change(ids[0], shorter))).json()
  expect(moves).toMatchObject([
    { task_id: ids[0] },
    { task_id: ids[1], to: { start_date: '2026-11-19', due_date: '2026-11-25' }, days: -2 },
    { task_id: ids[2], to: { start_date: '2026-11-26', due_date: '2026-12-02' } },
  ])
})

test('POST preview, 200: what is pinned stays and is named; what does not follow stays without a word', async () => {
  const { project, ids } = await addChain('push')
  await db
    .update(tasks)
    .set({ is_pinned: true })
    .where(eq(tasks.id, ids[1] ?? ''))
  const project_id = project.id
  const week = { start_date: '2026-11-16', due_date: '2026-11-20' }
  const [one, other] = [
    await addTask(db, { project_id, ...week }),
    await addTask(db, { project_id, ...week }),
  ]
  await addLink(project_id, one.id, other.id)

  const { moves, violations } = (await preview(project.id, change(ids[0], toWednesday))).json()

  expect(moves).toHaveLength(1)
  expect(violations).toMatchObject([{ task_id: ids[1], kind: 'pinned', days: 2 }])
})

test('POST preview, 200: a task that lands in a freeze is named with it', async () => {
  const { project, ids } = await addChain('push')
  const calendarId = uuidv7()
  await db.owner.execute(
    sql`insert into auth.calendars (id, scope, team_id) values (${calendarId}, 'team', ${teamId})`,
  )
  await db.owner.execute(
    sql`insert into auth.change_windows (id, calendar_id, kind, name, starts_on, ends_on)
        values (${uuidv7()}, ${calendarId}, 'freeze', 'Year end', '2026-12-07', '2027-01-04')`,
  )
  const { violations } = (await preview(project.id, change(ids[0], toWednesday))).json()
  expect(violations).toEqual([
    {
      ...{ task_id: ids[2], kind: 'freeze', days: 2 },
      detail: `${project.key}-3 falls into Year end.`,
    },
  ])
  await apply(project.id, [change(ids[0], toWednesday)])
  const { tasks: shown } = await readTimeline(project.id)
  expect(shown.map(({ freeze }) => freeze)).toEqual([undefined, undefined, 'Year end'])
  await db.owner.execute(sql`delete from auth.change_windows where calendar_id = ${calendarId}`)
})

test('POST preview, 200: a summary takes all that is under it along, and what follows it', async () => {
  const { project, ids } = await addChain('push')
  const project_id = project.id
  const parent = await addTask(db, { project_id })
  await db
    .update(tasks)
    .set({ parent_task_id: parent.id, path: sql`${parent.path}::ltree || path` })
    .where(eq(tasks.id, ids[0] ?? ''))
  const { moves } = (await preview(project.id, change(parent.id, toWednesday))).json()
  expect(moves).toMatchObject([
    { task_id: ids[0], to: { start_date: '2026-11-18', due_date: '2026-11-24' } },
    { task_id: ids[1], to: { start_date: '2026-11-25' } },
    { task_id: ids[2] },
  ])
})

test('POST schedule, 200: does what the preview said, told as one change to each task, and undone as one', async () => {
  const { project, ids } = await addChain('push')
  const changes = [change(ids[0], toWednesday)]
  const seen = (await preview(project.id, ...changes)).json()
  const before = (await readTimeline(project.id)).board_version

  const response = await apply(project.id, changes, {
    ...{ expected_moves: seen.moves.length, expected_digest: seen.digest },
  })

  expect(response.statusCode).toBe(200)
  const { moves, change_set, board_version } = response.json()
  expect(moves).toEqual(seen.moves)
  expect(change_set).toMatchObject({ kind: 'reschedule', task_count: 3, undone_at: null })
  expect(board_version).toBe(before + 3)
  const after = await readTimeline(project.id)
  expect(after.tasks.map(({ start_date }) => start_date)).toEqual(
    moves.map(({ to }: { to: { start_date: string } }) => to.start_date),
  )
  expect(after.links.filter(({ violated_days }) => violated_days)).toEqual([])
  const events = (await announced(db)).filter(({ event_type }) => event_type === 'task.updated')
  expect(events.slice(-3).map(({ board_version: version }) => version)).toEqual([
    ...[before + 1, before + 2, before + 3],
  ])

  const undo = await send(manager, post(`/change-sets/${change_set.id}/undo`, {}))
  expect(undo.statusCode).toBe(200)
  expect(await datesOf(project.id)).toEqual(weeks)
})

test('POST schedule, 409: a preview that has become another is refused with what it would be now', async () => {
  const { project, ids } = await addChain('push')
  const changes = [change(ids[0], toWednesday)]
  const { digest } = (await preview(project.id, ...changes)).json()
  const later = [change(ids[2], { start: '2026-12-07', due: '2026-12-11' })]
  expect((await apply(project.id, later)).statusCode).toBe(200)

  const outdated = await apply(project.id, changes, { expected_digest: digest })
  expect(outdated.json()).toMatchObject({
    ...{ status: 409, type: '/problems/plan-changed' },
    current: { moves: [{ task_id: ids[0] }, { task_id: ids[1] }] },
  })
  const stale = await apply(project.id, later)
  expect(stale.json()).toMatchObject({
    ...{ status: 409, type: '/problems/plan-changed' },
    current: { tasks: [{ id: ids[2], version: 2, start_date: '2026-12-07' }] },
  })
  expect((await datesOf(project.id))[0]).toEqual(weeks[0])
})

test('POST schedule: two at once leave a plan without conflict, and one of two on the same task is refused', async () => {
  const { project, ids } = await addChain('push')
  const answers = await Promise.all([
    apply(project.id, [change(ids[0], toWednesday)]),
    apply(project.id, [change(ids[0], { start: '2026-11-17', due: '2026-11-23' })]),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const { links } = await readTimeline(project.id)
  expect(links.filter(({ violated_days }) => violated_days)).toEqual([])
})

test('POST schedule, 400 and 422: backwards, nothing new, a stretched summary, and what is not in the plan', async () => {
  const { project, ids } = await addChain('push')
  const attempt = async (...changes: object[]) => (await apply(project.id, changes)).statusCode
  const first = weeks[0] ?? toWednesday
  expect(await attempt(change(ids[0], { start: '2026-11-20', due: '2026-11-18' }))).toBe(400)
  expect(await attempt(change(ids[0], first))).toBe(400)
  expect(await attempt(change(ids[0], toWednesday), change(ids[0], toWednesday))).toBe(400)
  expect(await attempt(change((await addTask(db)).id, toWednesday))).toBe(422)
  expect(await attempt(change(uuidv7(), toWednesday))).toBe(422)
})
