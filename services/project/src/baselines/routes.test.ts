import { timelineSchema } from '@milepost/api-contracts/timeline'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  announced,
  openService,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

const take = (projectId: string, name: string) =>
  send(manager, {
    ...{ method: 'POST', url: `/projects/${projectId}/baselines` },
    body: { name, reason: 'Agreed with the board.' },
  })
const patch = (url: string, body: object) => send(manager, { method: 'PATCH', url, body })
const read = async (projectId: string, query = '') =>
  timelineSchema.parse(
    (await send(manager, { method: 'GET', url: `/projects/${projectId}/timeline${query}` })).json(),
  )

test('POST baselines, 201: the plan of the day is kept, and a timeline shows whichever is asked for', async () => {
  const { id: project_id } = await addProject(db)
  const parent = await addTask(db, { project_id })
  const task = await addTask(db, {
    ...{ project_id, parent_task_id: parent.id },
    ...{ start_date: '2026-11-23', due_date: '2026-12-04' },
  })
  const milestone = await addMilestone(db, { project_id, due_date: '2026-12-20' })

  const first = await take(project_id, 'Agreed')
  expect(first.statusCode).toBe(201)
  expect(first.json()).toMatchObject({
    ...{ name: 'Agreed', start_date: '2026-11-23', finish_date: '2026-12-20' },
  })
  await patch(`/tasks/${task.id}`, { version: 1, due_date: '2026-12-11' })
  const second = (await take(project_id, 'After the freeze')).json()

  const span = { start_date: '2026-11-23', finish_date: '2026-12-11' }
  const promise = { milestone_id: milestone.id, finish_date: '2026-12-20' }
  const latest = await read(project_id)
  expect(latest.baselines.map(({ name }) => name)).toEqual(['After the freeze', 'Agreed'])
  expect(latest).toMatchObject({
    baseline_id: second.id,
    baseline_items: [{ task_id: parent.id, ...span }, { task_id: task.id, ...span }, promise],
  })
  const { baseline_items } = await read(project_id, `?baseline_id=${first.json().id}`)
  expect(baseline_items).toContainEqual({
    ...{ task_id: task.id, start_date: '2026-11-23', finish_date: '2026-12-04' },
  })
  const list = await send(manager, { method: 'GET', url: `/projects/${project_id}/baselines` })
  expect(list.json()).toEqual({ items: [second, first.json()] })
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'project.updated', project_id, changed_fields: ['baselines'] },
  })
})

test('POST baselines, 409 and 400: without a date there is no plan to keep, without a reason no baseline', async () => {
  const { project_id } = await addTask(db)
  expect((await take(project_id, 'Agreed')).json()).toMatchObject({
    type: '/problems/nothing-planned',
  })
  expect((await take(project_id, ' ')).statusCode).toBe(400)
  expect((await read(project_id)).baselines).toEqual([])
})
