import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { projectProgress } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addProject, addTask, admin, correlationId, later } from '#test/harness.ts'
import { deleteTask } from './delete-task.ts'
import { moveTask } from './move-task.ts'
import { findTask } from './queries.ts'
import { recomputeProgress } from './recompute-progress.ts'
import { updateTask } from './update-task.ts'

const db = await openTestDatabase({ role: 'project_service' })

const readProgress = async (projectId: string) => {
  const [row] = await db
    .select()
    .from(projectProgress)
    .where(eq(projectProgress.project_id, projectId))
  if (!row) throw new Error('no progress row')
  const { updated_at: _, ...progress } = row
  return progress
}

/** Every running total, count and path equals what it is computed to from scratch; ranks are unique. */
async function expectConsistent(projectId: string) {
  const running = await readProgress(projectId)
  await db.transaction((tx) => recomputeProgress(tx, projectId))
  expect(running).toEqual(await readProgress(projectId))

  const rows = await db.select().from(tasks).where(eq(tasks.project_id, projectId))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pathOf = (id: string, seen: string[] = []): string => {
    expect(seen).not.toContain(id)
    const parentId = byId.get(id)?.parent_task_id
    const label = id.replaceAll('-', '')
    return parentId ? `${pathOf(parentId, [...seen, id])}.${label}` : label
  }
  for (const row of rows) expect(row.path).toBe(pathOf(row.id))

  const live = rows.filter((row) => row.deleted_at === null)
  for (const row of live) {
    const children = live.filter(({ parent_task_id }) => parent_task_id === row.id)
    const done = children.filter(({ status }) => status === 'done')
    expect([row.child_count, row.child_done_count]).toEqual([children.length, done.length])
    expect(row.completed_at !== null).toBe(row.status === 'done')
    expect(row.blocked_since !== null).toBe(row.status === 'blocked')
    if (row.parent_task_id) expect(byId.get(row.parent_task_id)?.deleted_at).toBeNull()
  }
  const places = live.map(({ status, rank }) => `${status} ${rank}`)
  expect(new Set(places).size).toBe(places.length)
}

type Step =
  | { do: 'create'; parent: number; estimate: number | undefined; status: TaskStatus }
  | { do: 'move'; task: number; after: number; status: TaskStatus }
  | { do: 'report'; task: number; progress: number; estimate: number | null }
  | { do: 'reparent'; task: number; parent: number }
  | { do: 'delete'; task: number }

const pick = fc.nat(30)
const status = fc.constantFrom<TaskStatus>('backlog', 'todo', 'blocked', 'done', 'cancelled')
const open = fc.constantFrom<TaskStatus>('backlog', 'todo', 'done', 'cancelled')
const estimate = fc.integer({ min: 0, max: 2_400 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      parent: pick,
      estimate: fc.option(estimate, { nil: undefined }),
      status: open,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('move' as const), task: pick, after: pick, status }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      task: pick,
      progress: fc.integer({ min: 0, max: 100 }),
      estimate: fc.option(estimate),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('reparent' as const), task: pick, parent: pick }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), task: pick }) },
)

const expected = (error: unknown) => {
  // Chance names tasks that are gone and parents that would close a circle.
  if (error instanceof Error && 'status' in error && Number(error.status) < 500) return
  throw error
}

async function take(step: Step, projectId: string, ids: string[]) {
  const idAt = (index: number) => (ids.length === 0 ? undefined : ids[index % (ids.length + 2)])
  if (step.do === 'create') {
    const parent_task_id = idAt(step.parent)
    const { estimate: estimate_minutes, status } = step
    if (status === 'blocked') return
    const created = await addTask(db, {
      ...{ project_id: projectId, status, title: 'Any' },
      ...(parent_task_id !== undefined && { parent_task_id }),
      ...(estimate_minutes !== undefined && { estimate_minutes }),
    })
    ids.push(created.id)
    return
  }
  const found = await findTask(db, idAt(step.task) ?? projectId)
  if (!found) return
  const about = { actor: admin, task: found, correlationId, now: later }
  const { version } = found
  if (step.do === 'delete') return deleteTask(db, { ...about, version })
  if (step.do === 'reparent') {
    const input = { version, parent_task_id: idAt(step.parent) ?? null }
    return updateTask(db, { ...about, input })
  }
  if (step.do === 'report') {
    const input = { version, completion_percentage: step.progress, estimate_minutes: step.estimate }
    return updateTask(db, { ...about, input })
  }
  const reason = step.status === 'blocked' ? { blocked_reason: 'No parts' } : {}
  const move = { status: step.status, after_id: idAt(step.after) ?? null, before_id: null, version }
  return moveTask(db, { ...about, move: { ...move, ...reason } })
}

test('after any sequence of changes the totals, counts and paths are those computed from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { id: projectId } = await addProject(db)
      const ids: string[] = []
      for (const one of steps) await take(one, projectId, ids).catch(expected)
      await expectConsistent(projectId)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('after any changes at the same time they are, too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const { id: projectId } = await addProject(db)
      const ids: string[] = []
      for (let task = 0; task < 6; task++) {
        ids.push((await addTask(db, { project_id: projectId, estimate_minutes: 60 })).id)
      }
      await Promise.all(steps.map((one) => take(one, projectId, ids).catch(expected)))
      await expectConsistent(projectId)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('two opposite changes of parents at the same moment leave a tree: one of them is refused', async () => {
  const { id: project_id } = await addProject(db)
  for (let round = 0; round < 15; round++) {
    const [one, other] = [await addTask(db, { project_id }), await addTask(db, { project_id })]
    const under = (task: typeof one, parent: typeof one) =>
      updateTask(db, {
        ...{ actor: admin, task, correlationId, now: later },
        input: { version: 1, parent_task_id: parent.id },
      })
    const results = await Promise.allSettled([under(one, other), under(other, one)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [lost] = results.filter((result) => result.status === 'rejected')
    expect(lost?.reason).toMatchObject({ kind: 'task-cycle' })
  }
  await expectConsistent(project_id)
}, 60_000)
