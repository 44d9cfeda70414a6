import { afterAll, describe, expect, test } from 'vitest'
import { openLive, tryUpgrade } from '#live-client.ts'
import { openOwnerPool } from '#stack.ts'
import { personaNames, readMatrix } from './matrix.ts'
import { seedPersonas } from './personas.ts'
import { createWorld } from './world.ts'

const pool = openOwnerPool()
afterAll(() => pool.end())

const { teams, persona } = await seedPersonas(pool)
const world = createWorld(persona('ADM'), teams, persona('CTo'))
const { project } = await world.addA1()
const rows = readMatrix()
const cellsOf = (id: string) => {
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row.cells
}

describe('W01 GET /ws', () => {
  test.each(personaNames)('as %s', async (name) => {
    expect(await tryUpgrade(persona(name).token)).toBe(Number(cellsOf('W01')[name]))
  })

  test('another site is not let in, whoever asks', async () => {
    expect(await tryUpgrade(persona('ADM').token, 'https://elsewhere.example')).toBe(403)
  })
})

describe.each([
  ['W02', `project:${project.id}`],
  ['W03', `user:${persona('CTo').id}`],
  ['W04', 'portfolio'],
])('%s SUB', (id, channel) => {
  const signedIn = personaNames.filter((name) => name !== 'AN')
  test.each(signedIn)(`${channel.split(':')[0]} as %s`, async (name) => {
    const client = await openLive(persona(name).token ?? '')
    client.tell({ type: 'subscribe', channel })
    const cell = cellsOf(id)[name]
    if (cell.startsWith('ok')) await client.hear('subscribed')
    else {
      const { reason } = await client.hear('refused')
      expect(reason).toBe(cell === 'no404' ? 'not_found' : 'forbidden')
    }
    client.close()
  })
})

test('news of a project reaches those who may see it and nobody else', async () => {
  const [mine, theirs] = [
    await openLive(persona('CTt').token ?? ''),
    await openLive(persona('PMx').token ?? ''),
  ]
  mine.tell({ type: 'subscribe', channel: `project:${project.id}` })
  theirs.tell({ type: 'subscribe', channel: 'portfolio' })
  await Promise.all([mine.hear('subscribed'), theirs.hear('subscribed')])

  const inA = await world.addTask(project.id)
  const { project: ofB, task: inB } = await world.addB1()

  await mine.hear('event', ({ event }) => event.task_id === inA.id)
  await theirs.hear('event', ({ event }) => event.project_id === ofB.id)
  expect(JSON.stringify(theirs.messages)).not.toContain(project.id)
  expect(JSON.stringify(mine.messages)).not.toContain(inB.id)
  mine.close()
  theirs.close()
})
