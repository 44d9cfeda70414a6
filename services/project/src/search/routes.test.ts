import { searchResultSchema } from '@milepost/api-contracts/search'
import { taskTexts } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, addTask, addTeam, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const otherTeam = await addTeam(db)
const stranger = actorWith('project_manager', {
  id: await addPerson(db, { team: otherTeam, name: 'Priya Nobody' }),
  team_ids: [otherTeam],
})
const executive = actorWith('executive', { team_ids: [] })

const find = async (q: string, actor = manager) => {
  const url = `/search?q=${encodeURIComponent(q)}`
  return searchResultSchema.parse((await send(actor, { method: 'GET', url })).json())
}
const keysOf = async (q: string, actor = manager) =>
  (await find(q, actor)).tasks.map(({ title }) => title)

const project = await addProject(db, { name: 'Firewall swap', key: 'FWS' })
const project_id = project.id
const patch = await addTask(db, { project_id, title: 'Patch the edge routers', status: 'done' })
await addTask(db, {
  ...{ project_id, title: 'Order spares', description: 'Two routers of the same Überklasse' },
  assignee_id: manager.id,
})
const foreign = await addProject(db, { team_id: otherTeam, name: 'Firewall audit', key: 'FWA' })
await addTask(db, { project_id: foreign.id, title: 'Routers of another team' })

test('a key finds its task in any case, and a part of a title finds it inside a word', async () => {
  expect((await find('fws-1')).tasks).toMatchObject([
    { key: 'FWS-1', id: patch.id, project: { id: project_id, name: 'Firewall swap' } },
  ])
  expect(await keysOf('outer')).toEqual(['Patch the edge routers'])
})

test('titles come before descriptions, and words are found by their beginning', async () => {
  expect(await keysOf('routers')).toEqual(['Patch the edge routers', 'Order spares'])
  expect(await keysOf('überk')).toEqual(['Order spares'])
  expect(await keysOf('ÜBERK')).toEqual(['Order spares'])
  expect(await keysOf('routers spares')).toEqual(['Order spares'])
})

test('tokens narrow down, alone or with a text', async () => {
  expect(await keysOf('is:open routers')).toEqual(['Order spares'])
  expect(await keysOf('is:done')).toEqual(['Patch the edge routers'])
  expect(await keysOf('is:mine')).toEqual(['Order spares'])
})

test('never a task, project or person of another team', async () => {
  expect((await find('firewall')).projects.map(({ key }) => key)).toEqual(['FWS'])
  expect((await find('priya')).people.map(({ display_name }) => display_name)).toEqual([
    'Priya Raman',
  ])
  expect(await find('FWA-1')).toEqual({ tasks: [], projects: [], people: [] })
  expect(await find('Überklasse', stranger)).toEqual({ tasks: [], projects: [], people: [] })
  expect((await find('firewall', executive)).projects.map(({ key }) => key)).toEqual([
    ...['FWA', 'FWS'],
  ])
  const nobody = actorWith('contributor', { team_ids: [] })
  expect(await find('r', nobody)).toEqual({ tasks: [], projects: [], people: [] })
})

test('nothing that is typed breaks it', async () => {
  for (const q of ['', ' ', "'", '%', '_', '\\', '(', "a' or 1=1 --", '<->', '!', '∀', 'is:']) {
    expect(searchResultSchema.safeParse(await find(q)).success).toBe(true)
  }
  expect(await keysOf('%')).toEqual([])
  const long = await send(manager, { method: 'GET', url: `/search?q=${'x'.repeat(201)}` })
  expect(long.statusCode).toBe(400)
})

test('a text is found as it is now, and a deleted task not at all', async () => {
  const task = await addTask(db, { project_id, title: 'Retire the modem' })
  await send(manager, {
    ...{
      method: 'PATCH',
      url: `/tasks/${task.id}`,
      body: { version: 1, title: 'Retire the ISDN' },
    },
  })
  expect(await keysOf('modem')).toEqual([])
  expect(await keysOf('isdn')).toEqual(['Retire the ISDN'])
  await send(manager, {
    ...{ method: 'DELETE', url: `/tasks/${task.id}`, headers: { 'if-match': '"2"' } },
  })
  expect(await keysOf('isdn')).toEqual([])
})

test('a move on the board does not touch what a search looks into', async () => {
  const task = await addTask(db, { project_id, title: 'Move me' })
  const textOf = async () =>
    (await db.select().from(taskTexts).where(eq(taskTexts.task_id, task.id)))[0]
  const before = await textOf()
  await send(manager, {
    ...{ method: 'PATCH', url: `/tasks/${task.id}/move` },
    body: { status: 'done', after_id: null, before_id: null, version: 1 },
  })
  expect(await textOf()).toEqual(before)
})
