import type { ProjectFile } from '@milepost/api-contracts/project-file'
import { milestones } from '@milepost/db-schemas/milestones'
import { categories } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { keepPlan } from '#baselines/keep-plan.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  openService,
  teamId,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const managerId = await addPerson(db, { name: 'Priya Raman' })
const manager = actorWith('project_manager', { id: managerId })
const sara = await addPerson(db, { name: 'Sara "S" Lind' })

/** One of everything a plan can have. */
async function addPlan(): Promise<string> {
  const project = await addProject(db, { start_date: '2026-11-02', finish_date: '2026-12-18' })
  const project_id = project.id
  const milestone = await addMilestone(db, {
    project_id,
    name: 'Go-live <1>',
    due_date: '2026-12-18',
  })
  await db
    .update(milestones)
    .set({ description: 'The day.', original_due_date: '2026-12-11' })
    .where(eq(milestones.id, milestone.id))
  await addMilestone(db, {
    ...{ project_id, name: 'Approved', due_date: '2026-11-06' },
    ...{ status: 'achieved', achieved_on: '2026-11-05' },
  })
  const [category] = await db
    .insert(categories)
    .values({ name: `Network ${project.key}` })
    .returning()
  const whole = await addTask(db, { project_id, title: 'Replace & test' })
  const about = { project_id, parent_task_id: whole.id, milestone_id: milestone.id }
  const one = await addTask(db, {
    ...{ ...about, title: 'Order', status: 'done', estimate_minutes: 480, assignee_id: sara },
    ...{ start_date: '2026-11-02', due_date: '2026-11-04', labels: ['a, b', 'c'] },
    description: 'Two\nlines, & a <tag>',
  })
  const two = await addTask(db, {
    ...{ ...about, title: '=HYPERLINK("http://x")', priority: 'urgent' },
    ...{ start_date: '2026-11-09', due_date: '2026-11-20' },
  })
  const three = await addTask(db, { project_id, title: 'Tidy up', status: 'backlog' })
  await db
    .update(tasks)
    .set({ completed_at: new Date('2026-11-04T12:00:00Z'), remaining_minutes: 0 })
    .where(eq(tasks.id, one.id))
  await db
    .update(tasks)
    .set({
      ...{ is_pinned: true, status: 'blocked', blocked_reason: 'No parts', rank: 'a0' },
      ...{ completion_percentage: 30, category_id: category?.id ?? null },
    })
    .where(eq(tasks.id, two.id))
  await db.update(tasks).set({ not_before: '2026-12-01' }).where(eq(tasks.id, three.id))
  const link = { predecessor_id: one.id, type: 'SS', lag_minutes: 240 }
  await send(manager, { method: 'POST', url: `/tasks/${two.id}/dependencies`, body: link })
  await db.transaction(async (tx) => {
    const plan = { name: 'Plan A', reason: 'Agreed', actorId: managerId }
    await keepPlan(tx, { project, ...plan })
    await keepPlan(tx, { project, ...plan, name: 'Plan B' })
  })
  return project_id
}

const download = async (projectId: string, format: string, actor = manager) =>
  send(actor, { method: 'GET', url: `/projects/${projectId}/export?format=${format}` })

const bring = async (kind: string, content: Buffer) => {
  const { id } = await addProject(db)
  const body = { kind, file_name: 'plan', content: content.toString('base64') }
  const response = await send(manager, { method: 'POST', url: `/projects/${id}/imports`, body })
  return { id, response }
}

/** Ids by their order of appearance, and without what the other project is by itself. */
function withoutIds({ project: _, ...plan }: ProjectFile): unknown {
  const places = new Map<string, string>()
  const place = (id: string) => {
    if (!places.has(id)) places.set(id, `id ${places.size + 1}`)
    return places.get(id)
  }
  return JSON.parse(
    JSON.stringify(plan).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => place(id) ?? ''),
  )
}

test('a project that is exported as JSON and imported into a new one exports as the same, up to ids', async () => {
  const first = await download(await addPlan(), 'json')
  const { id, response } = await bring('json', first.rawPayload)
  expect(response.json()).toMatchObject({
    counts: { tasks: { new: 4 }, milestones: { new: 2 }, links: { new: 1 }, baselines: 2 },
  })
  const second = await download(id, 'json')
  expect(withoutIds(second.json())).toEqual(withoutIds(first.json()))
  expect(first.headers['content-disposition']).toContain('attachment; filename=')
})

test('a project that is exported as MS Project XML and imported into a new one exports as the same', async () => {
  const first = await download(await addPlan(), 'mspdi')
  const { id } = await bring('mspdi', first.rawPayload)
  const second = await download(id, 'mspdi')
  const tasksOf = (xml: string) => xml.slice(xml.indexOf('<Tasks>'))
  expect(tasksOf(second.payload)).toEqual(tasksOf(first.payload))
  const again = await send(manager, {
    ...{ method: 'POST', url: `/projects/${id}/imports` },
    body: { kind: 'mspdi', file_name: 'plan', content: first.rawPayload.toString('base64') },
  })
  expect(again.json()).toMatchObject({ counts: { tasks: { new: 0, unchanged: 4 } } })
})

test('a table keeps formulas as text, and comes back with its tree, links and hours', async () => {
  const projectId = await addPlan()
  const csv = await download(projectId, 'csv')
  expect(csv.payload).toContain(`"'=HYPERLINK(""http://x"")"`)
  const xlsx = await download(projectId, 'xlsx')
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')

  const { id } = await bring('xlsx', xlsx.rawPayload)
  const plan: ProjectFile = (await download(id, 'json')).json()
  const found = new Map(plan.tasks.map((task) => [task.title, task]))
  expect(found.get('Order')).toMatchObject({
    ...{ estimate_minutes: 480, parent_id: found.get('Replace & test')?.id, status: 'done' },
    completed_at: '2026-11-04T12:00:00.000Z',
  })
  expect(found.get('=HYPERLINK("http://x")')).toMatchObject({ blocked_reason: 'No parts' })
  expect(plan.links).toMatchObject([{ type: 'SS', lag_minutes: 240 }])
})

test('an executive’s export says nothing of anybody’s hours', async () => {
  const projectId = await addPlan()
  const executive = actorWith('executive', { team_ids: [] })
  for (const format of ['json', 'csv', 'mspdi']) {
    const { payload, statusCode } = await download(projectId, format, executive)
    expect(statusCode).toBe(200)
    expect(payload).not.toMatch(/estimate|remaining|<Work>|RemainingWork/i)
  }
  // A manager of another team who is an executive too manages nothing here.
  const both = actorWith('executive', { roles: ['executive', 'project_manager'], team_ids: [] })
  expect((await download(projectId, 'json', both)).payload).not.toContain('estimate_minutes')
  expect(teamId).not.toBe('')
})
