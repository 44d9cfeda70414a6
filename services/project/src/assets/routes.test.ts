import { projectAssets, projects } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { actorWith, addPerson, addProject, eventTypes, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })
let projectId = ''

beforeEach(async () => {
  projectId = (await addProject(db)).id
})

const csv = [
  'reference,description,resolved_on',
  'CVE-2026-1001 on app-01,OpenSSL,2026-11-10',
  'CVE-2026-1002 on app-02,OpenSSL,2026-11-12',
  'CVE-2026-1003 on app-03,OpenSSL,',
].join('\n')

const bring = (body: object) =>
  send(manager, { method: 'POST', url: `/projects/${projectId}/assets/import`, body })
const read = async (path: string) =>
  (await send(manager, { method: 'GET', url: `/projects/${projectId}${path}` })).json()
const count = () => db.$count(projectAssets, eq(projectAssets.project_id, projectId))

test('a list is taken over, and the same one again changes nothing', async () => {
  expect((await bring({ csv })).json()).toEqual({ added: 3, changed: 0, unchanged: 0 })
  const events = (await eventTypes(db)).length
  expect((await bring({ csv })).json()).toEqual({ added: 0, changed: 0, unchanged: 3 })
  expect((await eventTypes(db)).length).toBe(events)
  expect(await read('/assets')).toMatchObject({ total: 3, resolved: 2, next_cursor: null })
})

test('a newer list settles what it says is settled and keeps what it does not name', async () => {
  await bring({ csv })
  const newer = 'Reference,Resolved_on\nCVE-2026-1003 on app-03,2026-11-17\n'
  expect((await bring({ csv: newer })).json()).toEqual({ added: 0, changed: 1, unchanged: 0 })
  expect(await read('/assets?resolved=false')).toMatchObject({ items: [], total: 3, resolved: 3 })
})

test('a dry run tells what would change and changes nothing', async () => {
  expect((await bring({ csv, dry_run: true })).json()).toMatchObject({ added: 3 })
  expect(await count()).toBe(0)
})

test('a file with a wrong line is refused whole, with the line', async () => {
  const answer = await bring({ csv: `${csv}\nCVE-2026-1004,SSH,last Tuesday` })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toEqual([
    { pointer: '#/csv', detail: 'Line 5, resolved_on: Not a date like 2026-11-20.' },
  ])
  expect(await count()).toBe(0)
})

test.each([
  ['without the column', 'name\nx', 'There is no column "reference".'],
  ['with a reference twice', 'reference\nx\nx', 'Line 3: "x" is there twice.'],
])('a file %s is refused', async (_, text, detail) => {
  expect((await bring({ csv: text })).json().errors).toEqual([{ pointer: '#/csv', detail }])
})

test('the burn-up counts by day, with the noun of the project', async () => {
  await db.update(projects).set({ asset_noun: 'vulnerabilities' }).where(eq(projects.id, projectId))
  await bring({ csv })
  const { points, ...rest } = await read('/assets/burn-up')
  expect(rest).toEqual({ noun: 'vulnerabilities', total: 3, resolved: 2 })
  const settled = points.map(({ date, resolved }: { date: string; resolved: number }) => [
    date,
    resolved,
  ])
  expect(settled).toContainEqual(['2026-11-10', 1])
  expect(settled).toContainEqual(['2026-11-12', 2])
  expect(points.at(-1)).toMatchObject({ resolved: 2 })
})
