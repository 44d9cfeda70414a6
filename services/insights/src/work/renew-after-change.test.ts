import { analysisRequests, outbox, processedEvents } from '@milepost/db-schemas/insights'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { projectDeleted, projectMilestone } from '@milepost/shared-events/project-events'
import { taskStatusChanged } from '@milepost/shared-events/task-events'
import { timesheetSubmitted } from '@milepost/shared-events/timesheet-events'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { requestAnalysis } from '#analyses/request-analysis.ts'
import { portfolioScope, projectScope } from '#analyses/scope.ts'
import { addProject, addUser, knownActor } from '#test/harness.ts'
import { openPace } from './pace.ts'
import { queueDailyInsights } from './queue-daily-insights.ts'
import { renewAfterChange } from './renew-after-change.ts'

const db = await openTestDatabase({ role: 'insights_service' })
const pace = openPace()
const reactions = renewAfterChange({ debounceSeconds: 5, pace })
const about = { correlation_id: 'req-12345678', actor_user_id: uuidv7() }

beforeEach(async () => {
  await db.delete(analysisRequests)
  await db.owner.execute(sql`update projects.projects set deleted_at = now()`)
})

const deliver = async (event: { event_type: string }) => {
  const reaction = reactions.find(({ type }) => type === event.event_type)
  if (!reaction) throw new Error(`nobody reacts to ${event.event_type}`)
  return reaction.apply(db, processedEvents, event)
}

const moved = (project_id: string) =>
  taskStatusChanged.create({
    ...about,
    project_id,
    task_id: uuidv7(),
    version: 2,
    board_version: 7,
    previous_status: 'todo',
    new_status: 'done',
    changed_by_user_id: uuidv7(),
    completion_percentage: 100,
    rank: 'a1',
    blocked_reason: null,
    blocked_since: null,
    project_completion_percentage: 65,
  })

const listQueued = async () =>
  (await db.select().from(analysisRequests).where(eq(analysisRequests.status, 'queued'))).map(
    ({ scope_key }) => scope_key,
  )

test('a change of work queues its project once, a little later, and says so', async () => {
  const id = await addProject(db)

  await deliver(moved(id))

  const [queued] = await db.select().from(analysisRequests)
  expect(queued).toMatchObject({
    scope_key: id,
    trigger: 'event',
    requested_by: null,
    correlation_id: 'req-12345678',
    attempts: 0,
  })
  const delayMs = (queued?.run_after.getTime() ?? 0) - (queued?.created_at.getTime() ?? 0)
  expect(delayMs).toBe(5_000)
  const events = await db
    .select()
    .from(outbox)
    .where(eq(outbox.event_type, 'ai.analysis.requested'))
  expect(events.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ analysis_id: queued?.id, trigger: 'event', actor_user_id: null }),
  )
})

test('a project whose analysis takes long waits for longer', async () => {
  const id = await addProject(db)
  pace.took(projectScope(id), 2)

  await deliver(moved(id))

  const [queued] = await db.select().from(analysisRequests)
  const delayMs = (queued?.run_after.getTime() ?? 0) - (queued?.created_at.getTime() ?? 0)
  expect(delayMs).toBe(18_000)
})

test('the same event delivered twice counts once', async () => {
  const event = moved(await addProject(db))
  expect(await deliver(event)).toBe(true)
  await db.delete(analysisRequests)
  expect(await deliver(event)).toBe(false)
  expect(await listQueued()).toEqual([])
})

test('a burst of changes makes one analysis, which later ones do not put off', async () => {
  const id = await addProject(db)
  await deliver(moved(id))
  const [first] = await db.select().from(analysisRequests)

  await Promise.all(Array.from({ length: 20 }, () => deliver(moved(id))))

  expect(await db.select().from(analysisRequests)).toEqual([first])
})

test('somebody who asks does not wait for the burst to be over', async () => {
  const id = await addProject(db)
  await deliver(moved(id))
  const actor = await knownActor(db, 'executive')

  const asked = await db.transaction((tx) =>
    requestAnalysis(tx, { actor, scope: projectScope(id), correlationId: 'req-87654321' }),
  )

  const [queued, ...more] = await db.select().from(analysisRequests)
  expect(more).toEqual([])
  expect(queued).toMatchObject({ id: asked.id, trigger: 'user', requested_by: actor.id })
  expect(queued?.run_after.getTime()).toBeLessThan((queued?.created_at.getTime() ?? 0) + 5_000)
})

test('a moved milestone renews its project too', async () => {
  const id = await addProject(db)
  await deliver(
    projectMilestone.create({
      ...about,
      project_id: id,
      milestone_id: uuidv7(),
      name: 'Library accepted',
      change: 'moved',
      due_date: '2026-12-04',
      previous_due_date: '2026-11-20',
      achieved_on: null,
      version: 2,
    }),
  )
  expect(await listQueued()).toEqual([id])
})

test('an event about a project that is gone queues nothing', async () => {
  await deliver(moved(uuidv7()))
  expect(await listQueued()).toEqual([])
})

test('a deleted project renews the portfolios it leaves behind', async () => {
  const [gone, kept] = [await addProject(db), await addProject(db)]
  await db.owner.execute(sql`update projects.projects set deleted_at = now() where id = ${gone}`)

  await deliver(
    projectDeleted.create({ ...about, project_id: gone, team_id: uuidv7(), version: 2 }),
  )

  expect(await listQueued()).toEqual([portfolioScope([kept]).scope_key])
})

test('a submitted week renews the active projects of its owner’s teams', async () => {
  const [mine, theirs] = [uuidv7(), uuidv7()]
  const person = await addUser(db, [mine])
  const id = await addProject(db, { team_id: mine })
  await addProject(db, { team_id: mine, status: 'completed' })
  await addProject(db, { team_id: theirs })

  await deliver(
    timesheetSubmitted.create({
      ...about,
      user_id: person,
      week_start: '2026-11-16',
      revision: 1,
      minutes: 2400,
    }),
  )

  expect(await listQueued()).toEqual([id])
})

test('everything active that was not analysed today is queued, once', async () => {
  const mine = uuidv7()
  const manager = await addUser(db, [mine])
  const managed = await addProject(db, { team_id: mine, manager_id: manager })
  const other = await addProject(db)
  await addProject(db, { status: 'completed' })

  await queueDailyInsights(db, 'start-12345678')
  await queueDailyInsights(db, 'start-12345678')

  expect((await listQueued()).sort()).toEqual(
    [
      managed,
      other,
      portfolioScope([managed, other]).scope_key,
      portfolioScope([managed]).scope_key,
    ].sort(),
  )
})
