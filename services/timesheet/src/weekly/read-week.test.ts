import { productivityMetrics, weeklySummaries } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorFor,
  actorWith,
  addAbsence,
  addCapacity,
  addEntry,
  addPerson,
  addProject,
  addTask,
  addTeam,
  addTeamOfOne,
  addWeek,
  callAs,
  now,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }
const week = '2026-W47'

const read = (actor: Actor | null, query = `?week=${week}`, headers = {}) =>
  callAs(db, actor, { method: 'GET', url: `/weekly${query}`, headers })

interface Row {
  task: { key: string; is_open: boolean } | null
  activity: string | null
  total_minutes: number
}
const names = (rows: Row[]) => rows.map(({ task, activity }) => task?.key ?? activity)

test('GET weekly, 200: a line per task and activity, a cell per day, and what was agreed', async () => {
  const { person, task, project } = await addTeamOfOne(db.owner)
  const booked = { task_id: task.id, project_id: project.id }
  await addEntry(db, person.id, { ...booked, work_date: '2026-11-16', minutes: 90, note: 'One.' })
  await addEntry(db, person.id, { ...booked, work_date: '2026-11-16', minutes: 30, note: 'Two.' })
  await addEntry(db, person.id, { work_date: '2026-11-21', minutes: 45 })
  await addEntry(db, person.id, { work_date: '2026-11-23', minutes: 500 })
  await addCapacity(db, person.id, 2400)
  await addCapacity(db, person.id, 1800, '2026-11-19')
  await addAbsence(db, person.id, '2026-11-20', 120)
  await db
    .insert(productivityMetrics)
    .values({ user_id: person.id, week_start: '2026-11-16', tasks_completed: 3 })

  const response = await read(actorFor('contributor', person))

  expect(response.statusCode).toBe(200)
  const answer = response.json()
  expect(answer).toMatchObject({
    week,
    status: 'draft',
    revision: 1,
    total_minutes: 165,
    user: { id: person.id, display_name: person.display_name },
    tasks_completed: 3,
    // Three days of 480, one of 360, one of 240.
    capacity_minutes: 2040,
    can: { edit: true, submit: true },
  })
  expect(answer.days.map((day: { capacity_minutes: number }) => day.capacity_minutes)).toEqual([
    480, 480, 480, 360, 240, 0, 0,
  ])
  expect(answer.days[0]).toEqual({
    date: '2026-11-16',
    minutes: 120,
    capacity_minutes: 480,
    locked: false,
  })
  expect(answer.rows).toHaveLength(2)
  expect(answer.rows[0]).toMatchObject({
    task: { id: task.id, key: `${project.key}-${task.number}`, title: task.title, is_open: true },
    project: { id: project.id, name: project.name },
    activity: null,
    total_minutes: 120,
  })
  expect(answer.rows[0].cells[0]).toMatchObject({
    minutes: 120,
    entries: [
      { minutes: 90, note: 'One.', version: 1 },
      { minutes: 30, note: 'Two.', version: 1 },
    ],
  })
  expect(answer.rows[1]).toMatchObject({ task: null, activity: 'Weekly operations meeting' })
  expect(answer.rows[1].cells[5].minutes).toBe(45)
})

test('GET weekly, 200: offers one’s open tasks, what is under way first, and last week’s activities', async () => {
  const { person, project, team } = await addTeamOfOne(db.owner)
  const mine = { assignee_id: person.id }
  for (let count = 0; count < 29; count += 1) await addTask(db.owner, project.id, mine)
  const underWay = await addTask(db.owner, project.id, { ...mine, status: 'in_progress' })
  await addTask(db.owner, project.id, mine)
  await addTask(db.owner, project.id, { ...mine, status: 'done' })
  await addTask(db.owner, project.id, { ...mine, status: 'cancelled' })
  await addTask(db.owner, project.id, { ...mine, deleted: true })
  await addEntry(db, person.id, { work_date: '2026-11-12', activity: 'On-call' })
  await addEntry(db, person.id, { work_date: '2026-11-05', activity: 'Training' })

  const { rows } = (await read(actorFor('contributor', person))).json()

  const keys = names(rows)
  expect(keys).toHaveLength(31)
  expect(keys).toContain(`${project.key}-${underWay.number}`)
  expect(keys.at(-1)).toBe('On-call')
  expect(rows.every((row: Row) => row.task === null || row.task.is_open)).toBe(true)
  expect(team.id).toBe(project.team_id)
})

test('GET weekly, 200: a finished task keeps its line while there is time on it', async () => {
  const { person, project } = await addTeamOfOne(db.owner)
  const done = await addTask(db.owner, project.id, { status: 'done', assignee_id: person.id })
  await addEntry(db, person.id, { task_id: done.id, project_id: project.id })

  const { rows } = (await read(actorFor('contributor', person))).json()

  expect(rows).toMatchObject([{ task: { id: done.id, is_open: false }, total_minutes: 60 }])
})

test('GET weekly, 200: shows the four weeks before, the latest first, and who decided on them', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const approver = await addPerson(db.owner, { display_name: 'Priya Raman' })
  await addEntry(db, person.id, { work_date: '2026-11-11', minutes: 300 })
  await addWeek(db, person.id, 'submitted', '2026-11-09')
  await addWeek(db, person.id, 'rejected', '2026-10-26')
  await db
    .update(weeklySummaries)
    .set({ decided_by: approver.id, decided_at: new Date('2026-11-03T10:00:00Z') })
    .where(eq(weeklySummaries.week_start, '2026-10-26'))

  const { earlier, days } = (await read(actorFor('contributor', person))).json()

  expect(earlier).toMatchObject([
    { week: '2026-W46', status: 'submitted', total_minutes: 300, decided_by: null },
    { week: '2026-W45', status: 'draft', total_minutes: 0, submitted_at: null },
    {
      week: '2026-W44',
      status: 'rejected',
      decided_by: { id: approver.id, display_name: 'Priya Raman' },
      decided_at: '2026-11-03T10:00:00.000Z',
    },
    { week: '2026-W43', status: 'draft' },
  ])
  expect(days.map((day: { capacity_minutes: null }) => day.capacity_minutes)).toEqual(
    Array.from({ length: 7 }, () => null),
  )
})

test('GET weekly, 200: without a week it is the one that runs where the person lives', async () => {
  const person = await addPerson(db.owner, { timezone: 'Pacific/Kiritimati' })
  const { today, days } = (await read(actorFor('contributor', person), '')).json()
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' })
  expect(today).toBe(there.format(now))
  expect(days.map((day: { date: string }) => day.date)).toContain(today)
})

test('GET weekly, 200: a submitted week shows as locked, and offers nothing to do', async () => {
  const { person } = await addTeamOfOne(db.owner)
  await addWeek(db, person.id, 'submitted')
  const answer = (await read(actorFor('contributor', person))).json()
  expect(answer.can).toEqual({ edit: false, submit: false })
  expect(answer.days.every((day: { locked: boolean }) => day.locked)).toBe(true)
})

test('GET weekly, 200: a manager reads the team’s weeks, changes none, and sees of other work only how much', async () => {
  const { person, project, task, team } = await addTeamOfOne(db.owner)
  const theirs = await addProject(db.owner, (await addTeam(db.owner)).id, 'A secret project')
  const secret = await addTask(db.owner, theirs.id, { title: 'Secret', assignee_id: person.id })
  await addEntry(db, person.id, { task_id: task.id, project_id: project.id })
  await addEntry(db, person.id, { task_id: secret.id, project_id: theirs.id, note: 'Secret.' })
  const manager = actorWith('project_manager', { team_ids: [team.id] })

  const response = await read(manager, `?week=${week}&user_id=${person.id}`)

  expect(response.statusCode).toBe(200)
  expect(response.body).not.toMatch(/secret/i)
  expect(response.json()).toMatchObject({
    total_minutes: 120,
    can: { edit: false, submit: false },
    rows: [
      { task: { id: task.id }, total_minutes: 60 },
      { task: null, project: null, activity: 'Work for other teams', total_minutes: 60 },
    ],
  })
  const admin = await read(actorWith('admin'), `?week=${week}&user_id=${person.id}`)
  expect(admin.json().rows).toHaveLength(2)
  expect(admin.body).toContain('A secret project')
})

test('GET weekly, 403: weeks one may not see and weeks of nobody are the same bytes', async () => {
  const { person, team } = await addTeamOfOne(db.owner)
  const refused = [
    actorWith('project_manager', { team_ids: [uuidv7()] }),
    actorWith('contributor', { team_ids: [team.id] }),
    actorWith('executive'),
  ]
  for (const actor of refused) {
    const ask = (id: string) => read(actor, `?user_id=${id}`, sameForBoth)
    const [hidden, missing] = [await ask(person.id), await ask(uuidv7())]
    expect(hidden.statusCode).toBe(403)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
  expect((await read(null)).statusCode).toBe(401)
})

test.each(['?week=2025-W53', '?week=2026-47', '?week=0000-W01', '?user_id=me', '?colour=red'])(
  'GET weekly, 400: %s',
  async (query) => {
    const { person } = await addTeamOfOne(db.owner)
    expect((await read(actorFor('contributor', person), query)).statusCode).toBe(400)
  },
)
