import { myWorkSchema } from '@milepost/api-contracts/list'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, addTask, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

test('GET my-work, 200: the reader’s own open tasks of running projects, each in one section', async () => {
  const me = actorWith('contributor', { id: await addPerson(db) })
  const other = await addPerson(db)
  const { id: project_id } = await addProject(db)
  const over = await addProject(db, { status: 'completed' })
  const add = (title: string, fields: object = {}) =>
    addTask(db, { project_id, title, assignee_id: me.id, ...fields })
  await add('Late', { due_date: '2026-11-17' })
  await add('Friday', { due_date: '2026-11-20' })
  await add('New')
  await add('Finished', { status: 'done', due_date: '2026-11-17' })
  await add('Another’s', { assignee_id: other })
  await add('Over', { project_id: over.id })
  const stuck = await add('Stuck')
  await send(me, {
    ...{ method: 'PATCH', url: `/tasks/${stuck.id}` },
    body: { version: 1, status: 'blocked', blocked_reason: 'No parts' },
  })

  const work = myWorkSchema.parse((await send(me, { method: 'GET', url: '/my-work' })).json())

  const titles = (section: { items: { title: string }[] }) =>
    section.items.map(({ title }) => title)
  expect(work.today).toBe('2026-11-18')
  expect(titles(work.blocked)).toEqual(['Stuck'])
  expect(titles(work.overdue)).toEqual(['Late'])
  expect(titles(work.this_week)).toEqual(['Friday'])
  // Made in this test, so given just now.
  expect([...titles(work.recently_assigned), ...titles(work.later)]).toEqual(['New'])
})
