import { processedEvents, productivityMetrics } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { taskCompleted, taskStatusChanged } from '@milepost/shared-events/task-events'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { addPerson } from '#test/harness.ts'
import { creditFinishedTask } from './credit-finished-task.ts'
import { takeBackReopenedTask } from './take-back-reopened-task.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })

const envelope = { correlation_id: 'req-12345678', actor_user_id: null, project_id: uuidv7() }

const completed = (
  user_id: string,
  { task_id = uuidv7(), version = 2, at = '2026-11-18T10:00:00Z' } = {},
) =>
  taskCompleted.create({
    ...{ ...envelope, task_id, version },
    completed_by_user_id: user_id,
    completed_at: at,
  })

const statusChanged = (task_id: string, version: number, statuses: [string, string]) =>
  taskStatusChanged.create({
    ...{ ...envelope, task_id, version, board_version: 1, rank: 'a0' },
    previous_status: statuses[0],
    new_status: statuses[1],
    changed_by_user_id: uuidv7(),
    completion_percentage: 50,
    blocked_reason: null,
    blocked_since: null,
    project_completion_percentage: null,
  })

const credit = (event: object) => creditFinishedTask.apply(db, processedEvents, event)
const takeBack = (event: object) => takeBackReopenedTask.apply(db, processedEvents, event)

/** By week. */
async function countsOf(userId: string) {
  const metrics = await db
    .select()
    .from(productivityMetrics)
    .where(eq(productivityMetrics.user_id, userId))
  return Object.fromEntries(metrics.map((row) => [row.week_start, row.tasks_completed]))
}

test('the same event delivered twice counts once', async () => {
  const { id } = await addPerson(db.owner)
  const event = completed(id)

  expect(await credit(event)).toBe(true)
  expect(await credit(event)).toBe(false)

  expect(await countsOf(id)).toEqual({ '2026-11-16': 1 })
})

test('the week is the one it was where the person lives', async () => {
  const sydney = await addPerson(db.owner, { timezone: 'Australia/Sydney' })
  const newYork = await addPerson(db.owner, { timezone: 'America/New_York' })
  for (const { id } of [sydney, newYork])
    await credit(completed(id, { at: '2026-11-15T22:00:00Z' }))

  expect(await countsOf(sydney.id)).toEqual({ '2026-11-16': 1 })
  expect(await countsOf(newYork.id)).toEqual({ '2026-11-09': 1 })
})

test('a task that is reopened is taken back in the week it was counted in, and counts anew when it is done', async () => {
  const [sara, tomas] = [await addPerson(db.owner), await addPerson(db.owner)]
  const task_id = uuidv7()
  await credit(completed(sara.id, { task_id, version: 2, at: '2026-11-11T10:00:00Z' }))
  const reopened = statusChanged(task_id, 3, ['done', 'in_progress'])

  await takeBack(reopened)
  expect(await takeBack(reopened)).toBe(false)
  expect(await countsOf(sara.id)).toEqual({ '2026-11-09': 0 })

  await credit(completed(tomas.id, { task_id, version: 4, at: '2026-11-18T10:00:00Z' }))
  expect(await countsOf(sara.id)).toEqual({ '2026-11-09': 0 })
  expect(await countsOf(tomas.id)).toEqual({ '2026-11-16': 1 })
})

test('a reopening that overtakes the completion it undoes leaves nothing counted', async () => {
  const { id } = await addPerson(db.owner)
  const task_id = uuidv7()

  await takeBack(statusChanged(task_id, 3, ['done', 'cancelled']))
  await credit(completed(id, { task_id, version: 2 }))

  expect(await countsOf(id)).toEqual({})
})

test('changes of status that leave nothing done change no count', async () => {
  const { id } = await addPerson(db.owner)
  const task_id = uuidv7()
  await credit(completed(id, { task_id, version: 2 }))

  await takeBack(statusChanged(task_id, 2, ['in_progress', 'done']))
  await takeBack(statusChanged(task_id, 3, ['todo', 'in_progress']))

  expect(await countsOf(id)).toEqual({ '2026-11-16': 1 })
})

test('twenty tasks finished at once are twenty', async () => {
  const { id } = await addPerson(db.owner)
  await Promise.all(Array.from({ length: 20 }, () => credit(completed(id))))
  expect(await countsOf(id)).toEqual({ '2026-11-16': 20 })
})

test('one task finished and reopened at once in every order ends as its last version says', async () => {
  const { id } = await addPerson(db.owner)
  const task_id = uuidv7()
  await Promise.all([
    takeBack(statusChanged(task_id, 3, ['done', 'todo'])),
    credit(completed(id, { task_id, version: 4 })),
    credit(completed(id, { task_id, version: 2 })),
  ])
  expect(await countsOf(id)).toEqual({ '2026-11-16': 1 })
})
