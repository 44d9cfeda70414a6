import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, admin, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', {
  id: await addPerson(db, { name: 'Priya Raman' }),
})
const sara = actorWith('contributor', { id: await addPerson(db) })
await addPerson(db, { id: admin.id, team: null })

const get = async (url: string, who = manager) => (await send(who, { method: 'GET', url })).json()
const patch = async (id: string, body: object) => {
  const { version } = await get(`/projects/${id}/settings`)
  return send(manager, { method: 'PATCH', url: `/projects/${id}`, body: { version, ...body } })
}

test('budget, noun and scheduling are kept', async () => {
  const { id } = await addProject(db)
  const given = {
    ...{ planned_budget: 125_000.5, actual_cost: 40_000, budget_currency: 'EUR' },
    ...{ asset_noun: 'certificates', scheduling_mode: 'push' },
  }
  expect((await patch(id, given)).statusCode).toBe(200)
  expect(await get(`/projects/${id}/settings`)).toMatchObject({ ...given, archived_at: null })
  expect((await get(`/projects/${id}/settings`, sara)).can).toEqual({ update: false })
})

test.each([{ planned_budget: -1 }, { planned_budget: 1.005 }, { budget_currency: 'Euro' }])(
  '%j is refused',
  async (given) => {
    const { id } = await addProject(db)
    expect((await patch(id, given)).statusCode).toBe(400)
  },
)

test('an archived project is in no list and no portfolio until it is asked for, and comes back', async () => {
  const { id } = await addProject(db)
  const listed = async (query = '') =>
    (await get(`/projects?limit=200${query}`)).items.map((project: { id: string }) => project.id)
  const shown = async () => JSON.stringify(await get('/portfolio/overview')).includes(id)

  await patch(id, { archived: true })
  expect(await listed()).not.toContain(id)
  expect(await listed('&archived=true')).toContain(id)
  expect(await shown()).toBe(false)

  await patch(id, { archived: false })
  expect(await listed()).toContain(id)
  expect(await shown()).toBe(true)
})

test('every declared health stays on record with its note, newest first', async () => {
  const { id } = await addProject(db)
  await patch(id, { declared_health: 'green', health_note: 'On track.' })
  await patch(id, { declared_health: 'amber', health_note: 'Racks are late.' })
  await patch(id, { description: 'Something else.' })
  const { items } = await get(`/projects/${id}/health-history`)
  expect(items).toMatchObject([
    { health: 'amber', note: 'Racks are late.', declared_by: { display_name: 'Priya Raman' } },
    { health: 'green', note: 'On track.' },
  ])
})

test('a favourite is one’s own, and gone with the right to see the project', async () => {
  const { id } = await addProject(db)
  const set = (method: 'PUT' | 'DELETE') => send(sara, { method, url: `/projects/${id}/favourite` })
  expect((await set('PUT')).statusCode).toBe(204)
  expect((await set('PUT')).statusCode).toBe(204)
  expect(await get('/projects/favourites', sara)).toEqual({ project_ids: [id] })
  expect(await get('/projects/favourites')).toEqual({ project_ids: [] })
  expect(await get('/projects/favourites', { ...sara, team_ids: [] })).toEqual({ project_ids: [] })
  await set('DELETE')
  expect(await get('/projects/favourites', sara)).toEqual({ project_ids: [] })
})

test('categories are kept by administrators, with names of their own, and stay while they are used', async () => {
  const call = (method: 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) =>
    send(admin, { method, url, ...(body && { body }) })
  const made = (await call('POST', '/categories', { name: 'Networks' })).json()
  expect(made).toMatchObject({ name: 'Networks', description: '', project_count: 0 })
  expect((await call('POST', '/categories', { name: 'Networks' })).statusCode).toBe(409)
  const other = (await call('POST', '/categories', { name: 'Storage' })).json()
  expect((await call('PATCH', `/categories/${other.id}`, { name: 'Networks' })).statusCode).toBe(
    409,
  )

  const { id } = await addProject(db, { category_id: made.id })
  expect((await get('/categories')).items).toContainEqual({ ...made, project_count: 1 })
  expect((await call('DELETE', `/categories/${made.id}`)).statusCode).toBe(409)
  await patch(id, { category_id: null })
  expect((await call('DELETE', `/categories/${made.id}`)).statusCode).toBe(204)
})
