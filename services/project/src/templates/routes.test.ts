import type { ProjectFile } from '@milepost/api-contracts/project-file'
import type { TemplateDetail } from '@milepost/api-contracts/templates'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { buildCalendar } from '@milepost/schedule/working-calendar'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { checkDraft } from '#drafts/check-draft.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  admin,
  eventTypes,
  openService,
  teamId,
} from '#test/harness.ts'
import { builtInTemplates } from './built-in-templates.ts'
import { checkContent } from './check-content.ts'
import { toDraft } from './to-draft.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

let keys = 0
const startProject = (more: object, actor = manager) =>
  send(actor, {
    ...{ method: 'POST', url: '/projects' },
    body: { key: `T${keys++}`, name: 'Migration', team_id: teamId, ...more },
  })
const exported = async (projectId: string): Promise<ProjectFile> =>
  (await send(manager, { method: 'GET', url: `/projects/${projectId}/export` })).json()

test.each(builtInTemplates.map((template) => [template.name, template] as const))(
  'the built-in template %s is sound, and each of its tasks starts after what it waits for',
  (_, { content }) => {
    checkContent(content)
    const draft = toDraft(content, { calendar: buildCalendar([]), start: '2026-11-02' })
    expect(checkDraft(draft)).toEqual([])
    const taskOf = new Map(draft.tasks.map((task) => [task.ref, task]))
    expect(draft.links.length).toBeGreaterThan(8)
    for (const { predecessor_ref, successor_ref } of draft.links) {
      const [before, after] = [taskOf.get(predecessor_ref), taskOf.get(successor_ref)]
      expect(before && after && before.fields.due_date && after.fields.start_date).toBeTruthy()
      expect((before?.fields.due_date ?? '') < (after?.fields.start_date ?? '')).toBe(true)
    }
    const milestoneOf = new Map(draft.milestones.map((milestone) => [milestone.ref, milestone]))
    for (const { fields, milestone_ref } of draft.tasks) {
      const due = milestoneOf.get(milestone_ref ?? '')?.due_date ?? ''
      expect((fields.due_date ?? '') <= due).toBe(true)
    }
  },
)

test('POST projects, 201: a template gives it tasks, links and milestones on working days from its start', async () => {
  const template = builtInTemplates[0]
  await db.delete(outbox)
  // A Saturday: day 0 is the Monday after.
  const answer = await startProject({
    ...{ template_id: template?.id, start_date: '2026-11-07', status: 'active' },
  })
  expect(answer.statusCode).toBe(201)
  const plan = await exported(answer.json().id)
  expect(plan.tasks).toHaveLength(template?.content.tasks.length ?? 0)
  expect(plan.links).toHaveLength(template?.content.links.length ?? 0)
  expect(plan.milestones).toHaveLength(5)
  expect(plan.tasks[1]).toMatchObject({ start_date: '2026-11-09', due_date: '2026-11-11' })
  // The plan is kept with the tasks, not before them.
  expect(plan.baselines[0]?.items.length).toBeGreaterThan(20)
  const types = await eventTypes(db)
  expect(types[0]).toBe('project.created')
  expect(types.filter((type) => type === 'task.created')).toHaveLength(plan.tasks.length)
})

test('POST projects, 422: an unknown template and another team’s are the same, and there is no project', async () => {
  const otherTeam = uuidv7()
  const other = actorWith('project_manager', {
    id: await addPerson(db, { team: otherTeam }),
    team_ids: [otherTeam],
  })
  const content = { milestones: [], tasks: [{ ref: 'a', title: 'A' }], links: [] }
  const body = { name: 'Theirs', team_id: otherTeam, content }
  const theirs = (await send(other, { method: 'POST', url: '/templates', body })).json()
  const before = (await send(manager, { method: 'GET', url: '/projects' })).json().total
  for (const template_id of [theirs.id, uuidv7()]) {
    const answer = await startProject({ template_id })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toEqual([{ pointer: '#/template_id', detail: 'Unknown.' }])
  }
  expect((await send(manager, { method: 'GET', url: '/projects' })).json().total).toBe(before)
  const listed = (await send(manager, { method: 'GET', url: '/templates' })).json().items
  expect(listed.map(({ id }: { id: string }) => id)).not.toContain(theirs.id)
})

test('a project that is saved as a template starts another one with the same plan, later', async () => {
  const { id } = await addProject(db, { start_date: '2026-11-02' })
  const milestone = await addMilestone(db, { project_id: id, due_date: '2026-11-13' })
  const whole = await addTask(db, { project_id: id, title: 'Build' })
  const about = { project_id: id, parent_task_id: whole.id, milestone_id: milestone.id }
  const assignee_id = await addPerson(db)
  const one = await addTask(db, {
    ...{ ...about, title: 'Rack', start_date: '2026-11-03', due_date: '2026-11-04' },
    ...{ status: 'done', assignee_id, estimate_minutes: 300 },
  })
  const two = await addTask(db, {
    ...{ ...about, title: 'Cable', start_date: '2026-11-06', due_date: '2026-11-10' },
  })
  await addTask(db, { project_id: id, title: 'Dropped', status: 'cancelled' })
  const link = { predecessor_id: one.id, type: 'FS', lag_minutes: 480 }
  await send(manager, { method: 'POST', url: `/tasks/${two.id}/dependencies`, body: link })

  const url = `/projects/${id}/save-as-template`
  const saved = await send(manager, { method: 'POST', url, body: { name: 'Like this' } })
  expect(saved.json()).toMatchObject({ task_count: 3, milestone_count: 1, duration_days: 10 })

  const started = await startProject({ template_id: saved.json().id, start_date: '2026-12-07' })
  const plan = await exported(started.json().id)
  expect(plan.tasks).toMatchObject([
    { title: 'Build', start_date: null },
    {
      ...{ title: 'Rack', start_date: '2026-12-08', due_date: '2026-12-09', status: 'todo' },
      ...{ assignee: null, estimate_minutes: 300, parent_id: plan.tasks[0]?.id },
    },
    { title: 'Cable', start_date: '2026-12-11', due_date: '2026-12-15' },
  ])
  expect(plan.milestones).toMatchObject([{ due_date: '2026-12-18' }])
  expect(plan.links).toMatchObject([{ lag_minutes: 480 }])
})

test('PATCH and DELETE template: with the version that was seen, and no circle', async () => {
  const content = {
    milestones: [],
    tasks: [
      { ref: 'a', title: 'A' },
      { ref: 'b', title: 'B' },
    ],
    links: [{ predecessor_ref: 'a', successor_ref: 'b' }],
  }
  const body = { name: 'Mine', team_id: null, content }
  expect((await send(manager, { method: 'POST', url: '/templates', body })).statusCode).toBe(422)
  const added: TemplateDetail = (
    await send(admin, { method: 'POST', url: '/templates', body })
  ).json()
  const url = `/templates/${added.id}`
  const patch = (change: object) => send(admin, { method: 'PATCH', url, body: change })

  const back = { predecessor_ref: 'b', successor_ref: 'a' }
  const circle = { ...content, links: [...content.links, back] }
  expect((await patch({ version: 1, content: circle })).statusCode).toBe(400)
  const stray = { ...content, links: [{ predecessor_ref: 'a', successor_ref: 'z' }] }
  expect((await patch({ version: 1, content: stray })).json().errors[0].detail).toContain('“z”')
  expect((await patch({ name: 'Ours' })).statusCode).toBe(428)
  expect((await patch({ version: 1, name: 'Ours' })).json()).toMatchObject({ version: 2 })
  const stale = await patch({ version: 1, name: 'Theirs' })
  expect([stale.statusCode, stale.json().current.name]).toEqual([409, 'Ours'])
  // Every manager sees it and none of them changes it.
  const asManager = { method: 'PATCH', url, body: { version: 2, name: 'X' } } as const
  expect((await send(manager, asManager)).statusCode).toBe(403)
  const headers = { 'if-match': '"2"' }
  expect((await send(admin, { method: 'DELETE', url, headers })).statusCode).toBe(204)
  expect((await send(admin, { method: 'GET', url })).statusCode).toBe(404)
})

test('save as template, 409: an empty project has nothing to keep', async () => {
  const { id } = await addProject(db)
  const url = `/projects/${id}/save-as-template`
  const answer = await send(manager, { method: 'POST', url, body: { name: 'Nothing' } })
  expect([answer.statusCode, answer.json().type]).toEqual([409, '/problems/nothing-to-keep'])
})
