import { milestoneDateListSchema } from '@milepost/api-contracts/milestone-dates'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })

const patch = (id: string, body: object) =>
  send(manager, { method: 'PATCH', url: `/milestones/${id}`, body })
const datesOf = async (id: string) =>
  milestoneDateListSchema
    .parse((await send(manager, { method: 'GET', url: `/milestones/${id}/dates` })).json())
    .items.map(({ due_date, changed_by }) => [due_date, changed_by?.id ?? null])

test('GET milestone dates, 200: every date it ever had, by whom, and no other change', async () => {
  const { id: project_id } = await addProject(db)
  const body = { name: 'Cut-over', due_date: '2026-12-01' }
  const created = await send(manager, {
    ...{ method: 'POST', url: `/projects/${project_id}/milestones`, body },
  })
  const { id } = created.json()
  await patch(id, { version: 1, due_date: '2026-12-15' })
  await patch(id, { version: 2, name: 'Go-live' })
  await patch(id, { version: 3, due_date: '2026-12-08' })
  await patch(id, { version: 3, due_date: '2027-12-08' })
  expect(await datesOf(id)).toEqual([
    ['2026-12-01', manager.id],
    ['2026-12-15', manager.id],
    ['2026-12-08', manager.id],
  ])
})

test('GET milestone dates, 200: the first promise of one from before dates were kept', async () => {
  const { id } = await addMilestone(db, { project_id: (await addProject(db)).id })
  await patch(id, { version: 1, due_date: '2026-12-15' })
  expect(await datesOf(id)).toEqual([
    ['2026-12-01', null],
    ['2026-12-15', manager.id],
  ])
})

test('GET milestone dates, 404: another team’s looks exactly like a missing one', async () => {
  const project = await addProject(db, { team_id: uuidv7() })
  const { id } = await addMilestone(db, { project_id: project.id })
  const read = (milestoneId: string) =>
    send(manager, {
      ...{ method: 'GET', url: `/milestones/${milestoneId}/dates`, headers: sameForBoth },
    })
  const [hidden, missing] = [await read(id), await read(uuidv7())]
  expect(hidden.statusCode).toBe(404)
  expect(hidden.rawPayload).toEqual(missing.rawPayload)
})
