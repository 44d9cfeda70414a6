import { taskDependencies } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  announced,
  getTask,
  openService,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

const patch = (id: string, body: object) =>
  send(manager, { method: 'PATCH', url: `/tasks/${id}`, body: { version: 1, ...body } })

/** Two weeks of work, one after the other. */
async function addPair(scheduling_mode: 'push' | 'strict' | 'warn') {
  const { id: project_id } = await addProject(db, { scheduling_mode })
  const add = (start_date: string, due_date: string) =>
    addTask(db, { project_id, start_date, due_date })
  const first = await add('2026-11-16', '2026-11-20')
  const next = await add('2026-11-23', '2026-11-27')
  await db
    .insert(taskDependencies)
    .values({ project_id, predecessor_id: first.id, successor_id: next.id })
  return { project_id, first, next }
}

const datesOf = async (id: string) => {
  const { start_date, due_date } = await getTask(db, id)
  return [start_date, due_date]
}

test.each(['push', 'strict'] as const)(
  'PATCH task in mode %s: what follows moves in the same moment, and every board hears of it',
  async (mode) => {
    const { first, next } = await addPair(mode)
    expect((await patch(first.id, { due_date: '2026-11-24' })).statusCode).toBe(200)
    expect(await datesOf(next.id)).toEqual(['2026-11-25', '2026-12-01'])
    const events = (await announced(db)).filter(({ event_type }) => event_type === 'task.updated')
    expect(events.slice(-2)).toMatchObject([
      { task_id: first.id, board_version: 3 },
      { task_id: next.id, board_version: 4, changed_fields: ['start_date', 'due_date'] },
    ])
  },
)

test('PATCH task in mode warn, and of anything but dates: nothing follows', async () => {
  const { first, next } = await addPair('warn')
  await patch(first.id, { due_date: '2026-11-24' })
  const other = await addPair('push')
  await patch(other.first.id, { title: 'Renamed' })
  expect(await datesOf(next.id)).toEqual(['2026-11-23', '2026-11-27'])
  expect((await getTask(db, other.next.id)).version).toBe(1)
})

test('PATCH task, 200: put before what it waits for, it goes on to where it may be, pinned it stays', async () => {
  const early = { start_date: '2026-11-18', due_date: '2026-11-19' }
  const { next } = await addPair('push')
  expect((await patch(next.id, early)).json()).toMatchObject({
    ...{ start_date: '2026-11-23', due_date: '2026-11-24', version: 3 },
  })
  const other = await addPair('push')
  expect((await patch(other.next.id, { ...early, is_pinned: true })).json()).toMatchObject({
    ...{ ...early, is_pinned: true, version: 2 },
  })
})

test('PATCH task, 200: not before a date, and what follows goes along', async () => {
  const { first, next } = await addPair('push')
  expect((await patch(first.id, { not_before: '2026-11-18' })).json()).toMatchObject({
    ...{ not_before: '2026-11-18', start_date: '2026-11-18', due_date: '2026-11-24' },
  })
  expect(await datesOf(next.id)).toEqual(['2026-11-25', '2026-12-01'])
})

test('PATCH task, 409: under a parent that waits for it a task would wait for itself', async () => {
  const { first, next } = await addPair('warn')
  const response = await patch(first.id, { parent_task_id: next.id })
  expect(response.json()).toMatchObject({ status: 409, type: '/problems/dependency-cycle' })
  expect((await getTask(db, first.id)).parent_task_id).toBeNull()
})

test('links and parents that change at once never make a task wait for itself', async () => {
  for (let round = 0; round < 5; round++) {
    const { id: project_id } = await addProject(db)
    const [one, other] = [await addTask(db, { project_id }), await addTask(db, { project_id })]
    const answers = await Promise.all([
      patch(one.id, { parent_task_id: other.id }),
      send(manager, {
        ...{ method: 'POST', url: `/tasks/${one.id}/dependencies` },
        body: { predecessor_id: other.id },
      }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).filter((code) => code === 409)).toHaveLength(
      1,
    )
  }
})
