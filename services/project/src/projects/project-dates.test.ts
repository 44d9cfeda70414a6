import { openTestDatabase } from '@milepost/local-stack/test-database'
import { expect, test } from 'vitest'
import { actorWith, addTeam, openService, teamId } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
await addTeam(db, teamId)

const manager = actorWith('project_manager')
const create = (dates: object) =>
  send(manager, {
    ...{ method: 'POST', url: '/projects' },
    body: { key: 'TAPE', name: 'Tape library', team_id: teamId, ...dates },
  })
const patch = (id: string, body: object) =>
  send(manager, { method: 'PATCH', url: `/projects/${id}`, body })

test('POST and PATCH projects, 400: a project never finishes before it starts', async () => {
  const reversed = { start_date: '2026-12-02', finish_date: '2026-12-01' }
  const refused = await create(reversed)
  expect(refused.statusCode).toBe(400)
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '#/finish_date' }] })

  const project = (await create({ start_date: '2026-12-01', finish_date: '2026-12-01' })).json()
  const later = await patch(project.id, { version: 1, start_date: '2026-12-02' })
  expect(later.statusCode).toBe(400)
  expect(later.json()).toMatchObject({ errors: [{ pointer: '#/start_date' }] })
  const moved = { version: 1, start_date: '2026-12-02', finish_date: '2026-12-03' }
  expect((await patch(project.id, moved)).statusCode).toBe(200)
})
