import { assigneeSuggestionsSchema } from '@milepost/api-contracts/list'
import { taskActivityLog } from '@milepost/db-schemas/history'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { desc, eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, addTask, addTeam, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const team = await addTeam(db)
const manager = actorWith('project_manager', { team_ids: [team] })
const project = await addProject(db, { team_id: team })

const addSkill = async (name: string) => {
  const id = uuidv7()
  await db.owner.execute(
    sql`insert into auth.skills (id, name, category) values (${id}, ${name}, 'network')`,
  )
  return id
}
const firewalls = await addSkill('Firewalls')
const person = async (name: string, level: number, weekly: number) => {
  const id = await addPerson(db, { team, name })
  await db.owner.execute(
    sql`insert into auth.user_skills (id, user_id, skill_id, level)
        values (${uuidv7()}, ${id}, ${firewalls}, ${level})`,
  )
  await db.owner.execute(
    sql`insert into timesheets.capacities (id, user_id, weekly_minutes, valid_from)
        values (${uuidv7()}, ${id}, ${weekly}, '2026-01-01')`,
  )
  return id
}

const plan = { start_date: '2026-11-23', due_date: '2026-12-04' }

test('PUT skills, then GET suggestions, 200: ranked, with every reason in numbers', async () => {
  const expert = await person('Expert', 5, 2400)
  const busy = await person('Busy expert', 5, 2400)
  await person('Beginner', 1, 2400)
  await addTask(db, {
    ...{ project_id: project.id, assignee_id: busy, estimate_minutes: 4800, ...plan },
  })
  await db.owner.execute(
    sql`insert into timesheets.absences (id, user_id, absent_on, minutes, reason)
        values (${uuidv7()}, ${expert}, '2026-11-24', 480, 'leave')`,
  )
  const task = await addTask(db, { project_id: project.id, estimate_minutes: 960, ...plan })
  const set = (body: object) =>
    send(manager, { method: 'PUT', url: `/tasks/${task.id}/skills`, body })
  expect((await set({ skills: [] })).statusCode).toBe(428)
  expect((await set({ version: 1, skills: [{ skill_id: uuidv7(), level: 3 }] })).statusCode).toBe(
    422,
  )
  const skills = [{ skill_id: firewalls, level: 4 }]
  expect((await set({ version: 1, skills })).json().items).toEqual([
    { skill_id: firewalls, name: 'Firewalls', level: 4 },
  ])
  expect((await set({ version: 1, skills })).statusCode).toBe(409)

  const response = await send(manager, {
    ...{ method: 'GET', url: `/tasks/${task.id}/assignee-suggestions` },
  })

  const answer = assigneeSuggestionsSchema.parse(response.json())
  expect(answer).toMatchObject({
    window: { from: '2026-11-23', to: '2026-12-04', planned: true },
    needed_minutes: 960,
  })
  expect(answer.items).toMatchObject([
    {
      ...{ person: { display_name: 'Expert' }, score: 100, capacity_minutes: 4800 },
      ...{ absent_minutes: 480, committed_minutes: 0, free_minutes: 4320, open_tasks: 0 },
      skills: [{ name: 'Firewalls', needed_level: 4, level: 5 }],
    },
    { person: { display_name: 'Beginner' }, score: 63 },
    { person: { display_name: 'Busy expert' }, score: 50, free_minutes: 0, open_tasks: 1 },
  ])
  const [logged] = await db
    .select()
    .from(taskActivityLog)
    .where(eq(taskActivityLog.task_id, task.id))
    .orderBy(desc(taskActivityLog.created_at))
    .limit(1)
  expect(logged?.changes).toEqual({ skills: [[], ['Firewalls 4']] })
})

test('GET suggestions, 403 and 404: how busy people are is for those who hand out the work', async () => {
  const task = await addTask(db, { project_id: project.id })
  const url = `/tasks/${task.id}/assignee-suggestions`
  const statusFor = async (actor: typeof manager) =>
    (await send(actor, { method: 'GET', url })).statusCode
  expect(await statusFor(actorWith('contributor', { team_ids: [team] }))).toBe(403)
  expect(await statusFor(actorWith('executive', { team_ids: [] }))).toBe(403)
  expect(await statusFor(actorWith('project_manager'))).toBe(404)
  expect(await statusFor(manager)).toBe(200)
})
