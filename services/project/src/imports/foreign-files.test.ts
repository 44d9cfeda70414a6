import type { ImportPreview } from '@milepost/api-contracts/imports'
import { milestones } from '@milepost/db-schemas/milestones'
import { projectBaselines, taskDependencies } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { actorWith, addPerson, addProject, openService } from '#test/harness.ts'
import { importCalls, listTasksOf, readFixture } from '#test/imports.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const sara = await addPerson(db, { name: 'Sara Lind' })
const calls = importCalls(send, manager)

let projectId = ''
beforeEach(async () => {
  projectId = (await addProject(db)).id
})

const preview = async (kind: string, content: string | Buffer) =>
  (await calls.preview(projectId, kind, content)).json<ImportPreview>()
const run = (kind: string, content: string | Buffer) => calls.run(projectId, kind, content)
const rows = () => listTasksOf(db, projectId)
const byTitle = async () => new Map((await rows()).map((row) => [row.title, row]))

test('Jira: keys, epics, repeated labels, seconds, links and quoted lines', async () => {
  const file = readFixture('jira-export.csv')
  const answer = await preview('jira', file)
  expect(answer.errors).toEqual([])
  const losses = Object.fromEntries(answer.losses.map(({ what, count }) => [what, count]))
  expect(losses).toMatchObject({
    'Person “Lee, Ann”': 1,
    'Status “QA hold”': 1,
    'Link to “NET-999”': 1,
    'Column “Issue Type”': 5,
    'Column “Custom field (Story Points)”': 4,
  })
  await run('jira', file)
  const found = await byTitle()
  const epic = found.get('Replace the edge firewalls')
  expect(epic).toMatchObject({ status: 'in_progress', due_date: '2026-12-18', child_count: 4 })
  expect(found.get('Order the appliances')).toMatchObject({
    ...{ parent_task_id: epic?.id, status: 'done', labels: ['firewall', 'purchase', 'vendor'] },
    ...{ estimate_minutes: 480, description: 'Quote "Q-2231", two lines\nand a second one' },
  })
  expect(found.get('Rack and cable, site A')).toMatchObject({ priority: 'urgent' })
  expect((await run('jira', file)).json()).toMatchObject({ counts: { tasks: { unchanged: 5 } } })
})

test('MS Project: outline, links with lags, constraints, milestones, work and a baseline', async () => {
  const file = readFixture('data-centre-move.xml')
  const answer = await preview('mspdi', file)
  expect(answer.errors).toEqual([])
  const losses = answer.losses.map(({ what }) => what)
  expect(losses).toEqual(
    expect.arrayContaining([
      'Calendar “Standard”',
      'Custom field “Change number”',
      'Resource “Crane truck”',
      'Person “Somebody Else”',
      'Constraint “Finish no later than”',
      'Shares of people',
    ]),
  )
  await run('mspdi', file)
  const found = await byTitle()
  expect([...found.keys()]).toEqual([
    ...['Prepare', 'Survey racks & power', 'Order the links', 'Move', 'Move hall A', 'Move hall B'],
  ])
  const [milestone] = await db.select().from(milestones).where(eq(milestones.project_id, projectId))
  expect(milestone).toMatchObject({ name: 'Ready to move', due_date: '2026-11-13' })
  const survey = found.get('Survey racks & power')
  expect(survey).toMatchObject({
    ...{ parent_task_id: found.get('Prepare')?.id, status: 'done', priority: 'urgent' },
    ...{ assignee_id: sara, estimate_minutes: 2_400, remaining_minutes: 0 },
    ...{ description: 'Both halls.\nWith photographs.', due_date: '2026-11-06' },
    completed_at: new Date('2026-11-06T12:00:00Z'),
  })
  const order = found.get('Order the links')
  expect(order).toMatchObject({ not_before: '2026-11-10', milestone_id: milestone?.id })
  expect(found.get('Move hall A')).toMatchObject({ is_pinned: true, status: 'in_progress' })
  const links = await db
    .select()
    .from(taskDependencies)
    .where(eq(taskDependencies.project_id, projectId))
  const pairs = links.map(({ predecessor_id, successor_id, type, lag_minutes }) => [
    ...[predecessor_id, successor_id, type, lag_minutes],
  ])
  expect(pairs).toHaveLength(3)
  expect(pairs).toContainEqual([survey?.id, order?.id, 'FS', 960])
  // Over the milestone, which has no links here.
  expect(pairs).toContainEqual([order?.id, found.get('Move hall A')?.id, 'FS', 480])
  expect(pairs).toContainEqual([
    ...[found.get('Move hall A')?.id, found.get('Move hall B')?.id, 'SS', -480],
  ])
  const [baseline] = await db
    .select()
    .from(projectBaselines)
    .where(eq(projectBaselines.project_id, projectId))
  expect(baseline).toMatchObject({ start_date: '2026-11-02', finish_date: '2026-11-12' })

  const again = (await run('mspdi', file)).json()
  expect(again).toMatchObject({ counts: { tasks: { unchanged: 6 }, baselines: 0 } })
})
