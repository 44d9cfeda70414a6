import { savedViewListSchema } from '@milepost/api-contracts/list'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const owner = actorWith('contributor', { id: await addPerson(db) })
const colleague = actorWith('project_manager', { id: await addPerson(db) })
const stranger = actorWith('project_manager', { team_ids: [uuidv7()] })

const query = { status: 'blocked,todo', sort: 'due_date' }
const add = (projectId: string, body: object, actor = owner) =>
  send(actor, {
    ...{ method: 'POST', url: `/projects/${projectId}/views`, body: { query, ...body } },
  })
const list = async (projectId: string, actor = owner) =>
  savedViewListSchema.parse(
    (await send(actor, { method: 'GET', url: `/projects/${projectId}/views` })).json(),
  ).items
const remove = (id: string, actor = owner, headers = {}) =>
  send(actor, { method: 'DELETE', url: `/views/${id}`, headers })

test('a view is its owner’s until it is shared, and only the owner changes it', async () => {
  const { id: projectId } = await addProject(db)
  const view = (await add(projectId, { name: 'Stuck' })).json()
  expect(view).toMatchObject({ name: 'Stuck', query, is_shared: false, can: { update: true } })
  const change = (body: object, actor = owner) =>
    send(actor, { method: 'PATCH', url: `/views/${view.id}`, body })

  expect(await list(projectId, colleague)).toEqual([])
  expect((await change({ version: 1, is_shared: true }, colleague)).statusCode).toBe(404)
  expect((await change({ is_shared: true })).statusCode).toBe(428)
  expect((await change({ version: 1, is_shared: true })).json()).toMatchObject({ version: 2 })
  expect(await list(projectId, colleague)).toMatchObject([
    { id: view.id, owner: { id: owner.id }, can: { update: false } },
  ])
  expect((await change({ version: 2, name: 'Mine' }, colleague)).statusCode).toBe(403)
  expect((await change({ version: 2, name: 'Mine' }, stranger)).statusCode).toBe(404)
  const outdated = await change({ version: 1, name: 'Mine' })
  expect([outdated.statusCode, outdated.json().type]).toEqual([409, '/problems/view-changed'])

  expect((await remove(view.id, colleague, { 'if-match': '"2"' })).statusCode).toBe(403)
  expect((await remove(view.id)).statusCode).toBe(428)
  expect((await remove(view.id, owner, { 'if-match': '"1"' })).statusCode).toBe(409)
  expect((await remove(view.id, owner, { 'if-match': '"2"' })).statusCode).toBe(204)
  expect(await list(projectId)).toEqual([])
})

test('POST views, 400 and 409: a view says what an address can say, and there are a hundred of them', async () => {
  const { id: projectId } = await addProject(db)
  const statusOf = async (body: object) => (await add(projectId, body)).statusCode
  expect(await statusOf({ name: ' ' })).toBe(400)
  expect(await statusOf({ name: 'A', query: { 'Not a name': '' } })).toBe(400)
  expect(await statusOf({ name: 'A', query: { sort: 'x'.repeat(1001) } })).toBe(400)
  for (let view = 0; view < 100; view++) await add(projectId, { name: `View ${view}` })
  expect(await statusOf({ name: 'One more' })).toBe(409)
})
