import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { until } from '#test/harness.ts'
import { openLive, publish } from '#test/live-client.ts'
import { contributor, executive, moved, openLiveStage, projectA, teamB } from '#test/live-stage.ts'

const { redis, gateway, settled } = await openLiveStage()

/** Somebody who has seen one event, and is cut off. */
async function interrupted(id = uuidv7()) {
  const client = await openLive(gateway, { id, ...contributor })
  await client.subscribe(`project:${projectA}`)
  await settled(client)
  client.socket.terminate()
  await until(() => client.closeCode() !== 0)
  return client
}

test('in time, one is sent exactly what one missed, and goes on', async () => {
  const id = uuidv7()
  const before = await interrupted(id)
  await publish(redis, 'project', moved(projectA))
  await publish(redis, 'project', { event_type: 'comment.created', project_id: projectA })

  const after = await openLive(gateway, { id, ...contributor })
  after.say({ type: 'resume', connection_id: before.connectionId, seq: 1 })
  await until(() => after.has('resumed'))
  await settled(after)
  expect(after.eventTypes()).toEqual(['task.moved', 'comment.created', 'task.status_changed'])
  expect(after.events().map(({ seq }) => seq)).toEqual([2, 3, 4])

  after.socket.terminate()
  const third = await openLive(gateway, { id, ...contributor })
  third.say({ type: 'resume', connection_id: after.connectionId, seq: 3 })
  await until(() => third.events().length === 1)
  expect(third.events()[0]?.seq).toBe(4)
})

test.each([
  ['an unknown connection', async () => ({ connectionId: uuidv7(), id: uuidv7() })],
  ['another person’s connection', async () => ({ ...(await interrupted()), id: uuidv7() })],
])('with %s one is told to read everything again', async (_, earlier) => {
  const { connectionId, id } = await earlier()
  const client = await openLive(gateway, { id, ...contributor })
  client.say({ type: 'resume', connection_id: connectionId, seq: 1 })
  await until(() => client.has('resync'))
  expect(client.events()).toEqual([])
})

test('with fewer rights than before, too', async () => {
  const id = uuidv7()
  const before = await interrupted(id)
  await publish(redis, 'project', moved(projectA))
  const witness = await openLive(gateway, executive)
  await witness.subscribe('portfolio')
  await settled(witness)
  const client = await openLive(gateway, { id, ...contributor, team_ids: [teamB] })
  client.say({ type: 'resume', connection_id: before.connectionId, seq: 1 })
  await until(() => client.has('resync'))
  expect(client.events()).toEqual([])
})
