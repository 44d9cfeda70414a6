import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorFor,
  actorWith,
  addEntry,
  addPerson,
  addProject,
  addTask,
  addTeam,
  addTeamOfOne,
  callAs,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

const list = (actor: Actor | null, query = '', headers = {}) =>
  callAs(db, actor, { method: 'GET', url: `/entries${query}`, headers })

test('GET entries, 200: one’s own, the latest day first, page by page', async () => {
  const { person } = await addTeamOfOne(db.owner)
  const actor = actorFor('contributor', person)
  for (const work_date of ['2026-11-16', '2026-11-18', '2026-11-17', '2026-11-17', '2026-11-19']) {
    await addEntry(db, person.id, { work_date })
  }
  await addEntry(db, (await addPerson(db.owner)).id)

  const pages = []
  for (let cursor = '', page = 0; page < 3; page += 1) {
    const { items, next_cursor } = (await list(actor, `?limit=2&from=2026-11-17${cursor}`)).json()
    pages.push(items.map(({ work_date }: { work_date: string }) => work_date))
    if (next_cursor === null) break
    cursor = `&cursor=${next_cursor}`
  }

  expect(pages).toEqual([
    ['2026-11-19', '2026-11-18'],
    ['2026-11-17', '2026-11-17'],
  ])
  expect((await list(actor, '?to=2026-11-16')).json().items).toHaveLength(1)
})

test('GET entries, 200: a manager reads the hours of the team, and of other teams’ work only how much', async () => {
  const mine = await addTeamOfOne(db.owner)
  const theirs = await addProject(db.owner, (await addTeam(db.owner)).id)
  const theirTask = await addTask(db.owner, theirs.id)
  const { person } = mine
  await addEntry(db, person.id, { task_id: mine.task.id, project_id: mine.project.id })
  await addEntry(db, person.id, {
    task_id: theirTask.id,
    project_id: theirs.id,
    note: 'Confidential.',
    work_date: '2026-11-17',
  })
  const manager = actorWith('project_manager', { team_ids: [mine.team.id] })

  const { items } = (await list(manager, `?user_id=${person.id}`)).json()

  expect(items).toMatchObject([
    { task_id: mine.task.id, activity: null },
    { task_id: null, project_id: null, activity: 'Work for other teams', note: '', minutes: 60 },
  ])
  const own = (await list(actorFor('contributor', person))).json().items
  expect(own[1]).toMatchObject({ task_id: theirTask.id, note: 'Confidential.' })
  const admin = (await list(actorWith('admin'), `?user_id=${person.id}`)).json().items
  expect(admin[1]).toMatchObject({ task_id: theirTask.id, note: 'Confidential.' })
})

test('GET entries, 403: hours one may not see and hours of nobody are the same bytes', async () => {
  const { person, team } = await addTeamOfOne(db.owner)
  const refused = [
    actorWith('project_manager', { team_ids: [uuidv7()] }),
    actorWith('contributor', { team_ids: [team.id] }),
    actorWith('executive'),
  ]
  for (const actor of refused) {
    const ask = (id: string) => list(actor, `?user_id=${id}`, sameForBoth)
    const [hidden, missing] = [await ask(person.id), await ask(uuidv7())]
    expect(hidden.statusCode).toBe(403)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
})

test('GET entries, 422: another team’s project as a filter is refused like an invented one', async () => {
  const { person, project } = await addTeamOfOne(db.owner)
  const theirs = await addProject(db.owner, (await addTeam(db.owner)).id)
  const actor = actorFor('contributor', person)
  const ask = (id: string) => list(actor, `?project_id=${id}`, sameForBoth)

  const [foreign, missing] = [await ask(theirs.id), await ask(uuidv7())]

  expect(foreign.statusCode).toBe(422)
  expect(foreign.rawPayload).toEqual(missing.rawPayload)
  expect((await ask(project.id)).statusCode).toBe(200)
})

test.each([
  '?limit=0',
  '?limit=201',
  '?colour=red',
  '?from=yesterday',
  '?cursor=WyJ4Il0',
  '?cursor=x',
])('GET entries, 400: %s', async (query) => {
  const { person } = await addTeamOfOne(db.owner)
  expect((await list(actorFor('contributor', person), query)).statusCode).toBe(400)
})
