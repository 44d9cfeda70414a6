import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  correlationId,
  openService,
} from '#test/harness.ts'
import { notify } from './notify.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const sara = actorWith('contributor', { id: await addPerson(db) })
const other = actorWith('contributor', { id: await addPerson(db) })
let projectId = ''

async function tell(userId: string, times = 1) {
  for (let place = 0; place < times; place++) {
    const task = await addTask(db, { project_id: projectId, title: `Task ${place}` })
    const notice = { kind: 'assigned' as const, project_id: projectId, task_id: task.id }
    const at = new Date(Date.UTC(2026, 10, 18, 10, place))
    await db.transaction((tx) =>
      notify(
        tx,
        { ...notice, actor_user_id: null, detail: {}, group_key: `assigned:${task.id}` },
        { userIds: [userId], correlationId, at },
      ),
    )
  }
}

const inbox = async (who = sara, query = '') =>
  (await send(who, { method: 'GET', url: `/notifications${query}` })).json()

beforeAll(async () => {
  projectId = (await addProject(db, { key: 'WAF', name: 'WAF/API Security' })).id
  await tell(sara.id, 3)
})

test('an inbox is its owner’s: newest first, with project, task and the number of unread lines', async () => {
  const { items, unread_count } = await inbox()
  expect(unread_count).toBe(3)
  expect(items.map((item: { task: { title: string } }) => item.task.title)).toEqual([
    'Task 2',
    'Task 1',
    'Task 0',
  ])
  expect(items[0]).toMatchObject({
    kind: 'assigned',
    project: { key: 'WAF', name: 'WAF/API Security' },
    count: 1,
    read: false,
  })
  expect(await inbox(other)).toEqual({ items: [], unread_count: 0, next_cursor: null })
})

test('pages follow each other without a gap', async () => {
  const first = await inbox(sara, '?limit=2')
  const second = await inbox(sara, `?limit=2&cursor=${first.next_cursor}`)
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(second.next_cursor).toBeNull()
})

describe('reading', () => {
  const mark = (who: typeof sara, body: object) =>
    send(who, { method: 'POST', url: '/notifications/read', body })

  test('another person’s line changes nothing', async () => {
    const [{ id }] = (await inbox()).items
    expect((await mark(other, { ids: [id], read: true })).json()).toEqual({ unread_count: 0 })
    expect((await inbox()).unread_count).toBe(3)
  })

  test('one line, and unread again', async () => {
    const [{ id }] = (await inbox()).items
    expect((await mark(sara, { ids: [id], read: true })).json()).toEqual({ unread_count: 2 })
    expect((await inbox(sara, '?unread=true')).items).toHaveLength(2)
    expect((await mark(sara, { ids: [id], read: false })).json()).toEqual({ unread_count: 3 })
  })

  test('everything up to a moment', async () => {
    const until = '2026-11-18T10:01:30Z'
    expect((await mark(sara, { all_until: until, read: true })).json()).toEqual({ unread_count: 1 })
  })
})

test('lines about a project that its reader no longer sees are gone, and not counted', async () => {
  const gone = { ...sara, team_ids: [] }
  expect(await inbox(gone)).toMatchObject({ items: [], unread_count: 0 })
})

describe('preferences', () => {
  const put = (who: typeof sara, items: object[]) =>
    send(who, { method: 'PUT', url: '/notification-preferences', body: { items } })
  const item = { project_id: null, kind: 'blocked', in_app: true, in_digest: false }

  test('are replaced as a whole', async () => {
    await put(sara, [item, { ...item, kind: 'assigned' }])
    expect((await put(sara, [item])).json()).toEqual({ items: [item] })
    const read = await send(sara, { method: 'GET', url: '/notification-preferences' })
    expect(read.json()).toEqual({ items: [item] })
  })

  test('for a project that is invisible or invented: the same refusal', async () => {
    const foreign = await addProject(db, { team_id: uuidv7() })
    for (const project_id of [foreign.id, uuidv7()]) {
      const answer = await put(sara, [{ ...item, project_id }])
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ errors: [{ pointer: '#/items/0/project_id' }] })
    }
  })
})
