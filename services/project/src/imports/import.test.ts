import type { ImportPreview } from '@milepost/api-contracts/imports'
import { taskActivityLog } from '@milepost/db-schemas/history'
import { milestones } from '@milepost/db-schemas/milestones'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { recomputeProgress } from '#tasks/recompute-progress.ts'
import { totalsOf } from '#test/bulk.ts'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  announced,
  openService,
} from '#test/harness.ts'
import { importCalls, listTasksOf } from '#test/imports.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const sara = await addPerson(db, { name: 'Sara Lind' })
const calls = importCalls(send, manager)

let projectId = ''
beforeEach(async () => {
  projectId = (await addProject(db)).id
  await db.delete(outbox)
})

const preview = async (kind: string, content: string | Buffer) =>
  (await calls.preview(projectId, kind, content)).json<ImportPreview>()
const run = (kind: string, content: string | Buffer) => calls.run(projectId, kind, content)
const rows = () => listTasksOf(db, projectId)
const byTitle = async () => new Map((await rows()).map((row) => [row.title, row]))

const csv = [
  'Key;Title;Parent;Status;Assignee;Start;Due;Estimate, h;Tags;Milestone;Depends on;Sprint',
  'A1;Inventory;;Done;Sara Lind;02.11.2026;03.11.2026;4,5;net, core;;;7',
  'A2;Migrate;;In progress;nobody@x;;;;;;;7',
  'A3;Hall A;A2;To do;;04.11.2026;10.11.2026;1d 2h;;Go-live;A1;',
  'A4;Hall B;A2;Quarantine;;;12.11.2026;;;Go-live;A3SS+1d;',
].join('\n')

test('POST preview, 200: tells the mapping, the tasks and what will be lost, and writes nothing', async () => {
  const answer = await preview('csv', csv)
  expect(answer.errors).toEqual([])
  expect(answer.columns.map(({ name, field }) => [name, field])).toEqual([
    ['Key', 'external_key'],
    ['Title', 'title'],
    ['Parent', 'parent'],
    ['Status', 'status'],
    ['Assignee', 'assignee'],
    ['Start', 'start_date'],
    ['Due', 'due_date'],
    ['Estimate, h', 'estimate'],
    ['Tags', 'labels'],
    ['Milestone', 'milestone'],
    ['Depends on', 'predecessors'],
    ['Sprint', null],
  ])
  expect(answer.counts).toEqual({
    tasks: { new: 4, changed: 0, unchanged: 0 },
    milestones: { new: 1, changed: 0, unchanged: 0 },
    links: { new: 2, changed: 0, unchanged: 0 },
    baselines: 0,
  })
  expect(answer.tasks[2]).toMatchObject({
    ...{ line: 4, level: 1, title: 'Hall A', status: 'todo', milestone: 'Go-live' },
    ...{ start_date: '2026-11-04', due_date: '2026-11-10', estimate_minutes: 600, outcome: 'new' },
  })
  const losses = Object.fromEntries(answer.losses.map(({ what, count }) => [what, count]))
  expect(losses).toMatchObject({
    'Column “Sprint”': 2,
    'Person “nobody@x”': 1,
    'Status “Quarantine”': 1,
    'Day on which tasks were finished': 1,
  })
  expect(await rows()).toEqual([])
  expect(await announced(db)).toEqual([])
})

test('POST imports, 200: tree, people, links and a milestone, with one event and one activity each and right totals', async () => {
  const response = await run('csv', csv)
  expect(response.json()).toMatchObject({ counts: { tasks: { new: 4 }, links: { new: 2 } } })

  const found = await byTitle()
  const [milestone] = await db.select().from(milestones).where(eq(milestones.project_id, projectId))
  expect(milestone).toMatchObject({ name: 'Go-live', due_date: '2026-11-12' })
  expect(found.get('Inventory')).toMatchObject({
    ...{ number: 1, status: 'done', assignee_id: sara, labels: ['net', 'core'] },
    ...{ estimate_minutes: 270, start_date: '2026-11-02', due_date: '2026-11-03' },
  })
  expect(found.get('Migrate')).toMatchObject({ child_count: 2, assignee_id: null })
  expect(found.get('Hall B')).toMatchObject({
    ...{ status: 'todo', parent_task_id: found.get('Migrate')?.id, milestone_id: milestone?.id },
  })
  const links = await db
    .select()
    .from(taskDependencies)
    .where(eq(taskDependencies.project_id, projectId))
  expect(links).toHaveLength(2)
  expect(links).toContainEqual(
    expect.objectContaining({
      predecessor_id: found.get('Hall A')?.id,
      ...{ successor_id: found.get('Hall B')?.id, type: 'SS', lag_minutes: 480 },
    }),
  )
  const types = (await announced(db)).map(({ event_type }) => event_type)
  expect(types.filter((type) => type === 'task.created')).toHaveLength(4)
  expect(types.filter((type) => type === 'user.assigned')).toHaveLength(1)
  const activity = await db
    .select()
    .from(taskActivityLog)
    .where(eq(taskActivityLog.project_id, projectId))
  expect(activity).toHaveLength(4)
  const kept = await totalsOf(db, projectId)
  expect(kept).toMatchObject(await db.transaction((tx) => recomputeProgress(tx, projectId)))
  expect(kept).toMatchObject({ last_task_number: 4, leaf_count: 3, done_count: 1 })
})

test('POST imports, 200: the same file again changes nothing, an edited one only what differs', async () => {
  await run('csv', csv)
  const before = await rows()
  await db.delete(outbox)

  const again = (await run('csv', csv)).json()
  expect(again).toMatchObject({ change_set_id: null, counts: { tasks: { unchanged: 4, new: 0 } } })
  expect(await rows()).toEqual(before)
  expect(await announced(db)).toEqual([])

  const edited = csv.replace('A3;Hall A;A2;To do', 'A3;Hall A, north;A2;Done')
  const { counts, change_set_id } = (await run('csv', edited)).json()
  expect(counts).toMatchObject({ tasks: { changed: 1, unchanged: 3 }, links: { unchanged: 2 } })
  const found = await byTitle()
  expect(found.get('Hall A, north')).toMatchObject({ status: 'done', version: 2 })
  expect(found.get('Migrate')).toMatchObject({ child_done_count: 1 })

  await send(manager, { method: 'POST', url: `/change-sets/${change_set_id}/undo` })
  expect((await byTitle()).get('Hall A')).toMatchObject({ status: 'todo' })
})

test('POST undo, 200: takes an import back into the trash, and the file can come again', async () => {
  const { change_set_id } = (await run('csv', csv)).json()
  const undone = await send(manager, { method: 'POST', url: `/change-sets/${change_set_id}/undo` })
  expect(undone.statusCode).toBe(200)
  expect(await rows()).toEqual([])
  expect((await run('csv', csv)).json()).toMatchObject({ counts: { tasks: { new: 4 } } })
  expect(await rows()).toHaveLength(4)
})

test('POST imports, 400: one wrong line and nothing of the file is taken', async () => {
  await addMilestone(db, { project_id: projectId, name: 'Go-live' })
  const wrong = csv.replace('04.11.2026', 'soon').replace(';Hall B;', ';;')
  const response = await run('csv', wrong)
  expect(response.statusCode).toBe(400)
  expect(response.json().errors).toEqual([
    { pointer: '#/content', detail: 'Line 4: “soon” cannot be read as start date.' },
    { pointer: '#/content', detail: 'Line 5: A title is missing.' },
  ])
  expect(await rows()).toEqual([])
  expect(await announced(db)).toEqual([])
})

test.each([
  ['a circle', 'key,title,depends on\n1,One,2\n2,Two,1', /circle: One → Two|circle: Two → One/],
  ['a tree in a circle', 'key,title,parent\n1,One,2\n2,Two,1', /circle/],
  ['a key twice', 'key,title\n1,One\n1,Two', /Two” is there twice/],
  ['reversed dates', 'title,start,due\nOne,2026-11-20,2026-11-02', /before it begins/],
  ['no title', 'key,due\n1,2026-11-20', /No column says what the tasks are called/],
])('a file with %s is refused by the preview and by the import', async (_, content, detail) => {
  const { errors } = await preview('csv', content)
  expect(errors[0]?.detail).toMatch(detail)
  expect((await run('csv', content)).statusCode).toBe(400)
  expect(await rows()).toEqual([])
})

test('a link that closes a circle with those of the project refuses the import', async () => {
  await run('csv', 'key,title,depends on\n1,One,\n2,Two,1')
  const response = await run('csv', 'key,title,depends on\n1,One,2\n2,Two,')
  expect(response.statusCode).toBe(409)
  expect((await byTitle()).get('One')).toMatchObject({ version: 1 })
})

test('a workbook is read with its dates, and ten thousand tasks come in one import', async () => {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const header = ['Title', 'Due', 'Estimate'].map((value) => ({ value }))
  const cells = [
    { type: String, value: 'Replace the UPS' },
    { type: Date, value: new Date('2026-12-24T00:00:00Z'), format: 'yyyy-mm-dd' },
    { type: Number, value: 2.5 },
  ]
  const book = await writeXlsxFile([header, cells], { sheet: 'Plan' }).toBuffer()
  await run('xlsx', book)
  expect((await rows())[0]).toMatchObject({
    ...{ title: 'Replace the UPS', due_date: '2026-12-24', estimate_minutes: 150 },
  })

  projectId = (await addProject(db)).id
  const many = Array.from({ length: 10_000 }, (_, index) => `K${index},Patch host ${index}`)
  const response = await run('csv', ['key,title', ...many].join('\n'))
  expect(response.json()).toMatchObject({ counts: { tasks: { new: 10_000 } } })
  expect((await run('csv', ['key,title', ...many, 'X,X'].join('\n'))).statusCode).toBe(400)
})

test('a task of the project that no file named stays as it is', async () => {
  const own = await addTask(db, { project_id: projectId, title: 'Inventory' })
  await run('csv', csv)
  const [first, second] = await rows()
  expect(first).toMatchObject({ id: own.id, version: 1 })
  expect(second).toMatchObject({ number: 2, title: 'Inventory' })
})
