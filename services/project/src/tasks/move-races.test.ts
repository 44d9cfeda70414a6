import type { MoveTask } from '@milepost/api-contracts/tasks'
import { outbox, projectProgress } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  addProject,
  addTask,
  admin,
  announced,
  correlationId,
  eventTypes,
  getTask,
  later,
} from '#test/harness.ts'
import { moveTask } from './move-task.ts'
import { listColumn, saveRanks } from './queries.ts'

const db = await openTestDatabase({ role: 'project_service' })
const moveTo = (status: MoveTask['status'], move: Partial<MoveTask> = {}): MoveTask => ({
  ...{ status, after_id: null, before_id: null, version: 1 },
  ...move,
})
const move = (task: { id: string; project_id: string }, how: MoveTask, actor: Actor = admin) =>
  moveTask(db, { actor, task, move: how, correlationId, now: later })

const column = async (projectId: string, status: MoveTask['status']) =>
  (await db.transaction((tx) => listColumn(tx, { projectId, status }))).map(({ id }) => id)
const progressOf = async (projectId: string) =>
  (await db.select().from(projectProgress).where(eq(projectProgress.project_id, projectId)))[0]

test('of ten moves of one version, one wins and the others are told what the card is now', async () => {
  const task = await addTask(db)
  await db.delete(outbox)

  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => move(task, moveTo('in_review'))),
  )

  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost).toHaveLength(9)
  for (const { reason } of lost) {
    expect(reason).toMatchObject({
      kind: 'task-changed',
      current: { id: task.id, status: 'in_review', version: 2 },
    })
  }
  expect(await eventTypes(db)).toEqual(['task.status_changed'])
})

test('forty cards dropped at once into the same gap all get a place of their own, and lose no event', async () => {
  const { id: project_id } = await addProject(db)
  const above = await addTask(db, { project_id, status: 'in_review' })
  const below = await addTask(db, { project_id, status: 'in_review' })
  const cards = []
  for (let card = 0; card < 40; card++) cards.push(await addTask(db, { project_id }))
  await db.delete(outbox)
  const into = moveTo('in_review', { after_id: above.id, before_id: below.id })
  const { board_version: before = 0 } = (await progressOf(project_id)) ?? {}

  const moved = await Promise.all(cards.map((card) => move(card, into)))

  const order = await column(project_id, 'in_review')
  expect(new Set(order).size).toBe(42)
  expect([order.at(0), order.at(-1)]).toEqual([above.id, below.id])
  const events = await announced(db)
  expect(events.map(({ board_version }) => board_version)).toEqual(
    cards.map((_, index) => before + index + 1),
  )
  expect(new Set(moved.map(({ board_version }) => board_version)).size).toBe(40)
})

test('one card moved at once to two columns is afterwards in exactly one', async () => {
  const task = await addTask(db)
  const results = await Promise.allSettled([
    move(task, moveTo('in_progress')),
    move(task, moveTo('in_review')),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const places = await Promise.all(
    (['todo', 'in_progress', 'in_review'] as const).map((status) =>
      column(task.project_id, status),
    ),
  )
  expect(places.flat()).toEqual([task.id])
})

test('a gap that is used up gets fresh ranks: order and versions stay, readers are told to look again', async () => {
  const { id: project_id } = await addProject(db)
  const [above, below, card] = [
    await addTask(db, { project_id, status: 'done' }),
    await addTask(db, { project_id, status: 'done' }),
    await addTask(db, { project_id }),
  ]
  await db.transaction((tx) => saveRanks(tx, [above.id, below.id], ['a0', `a0${'0'.repeat(130)}1`]))
  const { board_version: before = 0 } = (await progressOf(project_id)) ?? {}

  const moved = await move(card, moveTo('done', { after_id: above.id, before_id: below.id }))

  expect(await column(project_id, 'done')).toEqual([above.id, card.id, below.id])
  expect(moved.task.rank.length).toBeLessThan(6)
  expect(moved.board_version).toBe(before + 2)
  expect((await getTask(db, below.id)).version).toBe(1)
})

test('the database sorts ranks as JavaScript does', async () => {
  const { rows } = await db.execute(
    sql`select collation_name from information_schema.columns
        where table_schema = 'projects' and table_name = 'tasks' and column_name = 'rank'`,
  )
  expect(rows).toEqual([{ collation_name: 'C' }])
})
