import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { startGateway, until } from '#test/harness.ts'
import { openLive, publish } from '#test/live-client.ts'
import {
  contributor,
  executive,
  moved,
  openLiveStage,
  projectA,
  teamB,
  tokenFor,
} from '#test/live-stage.ts'

const { redisUrl, redis, gateway, options, settled } = await openLiveStage()

test('ends delivery at once; with a newer token it goes on with what that one may see', async () => {
  const id = uuidv7()
  const client = await openLive(gateway, {}, tokenFor(id, { ageSeconds: 60 }))
  const witness = await openLive(gateway, executive)
  await client.subscribe(`project:${projectA}`)
  await witness.subscribe('portfolio')
  await publish(redis, 'auth', {
    event_type: 'user.access_changed',
    user_id: id,
    not_before: new Date().toISOString(),
  })
  await until(() => client.has('auth_required'))
  await publish(redis, 'project', moved(projectA))
  await settled(witness)
  expect(client.events()).toEqual([])

  const old = tokenFor(id, { ageSeconds: 60 })
  const refused = await fetch(`${gateway.url}/api/v1/projects`, {
    headers: { authorization: `Bearer ${old}` },
  })
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ type: '/problems/token-stale' })

  client.say({ type: 'auth', token: tokenFor(id, { ageSeconds: -1, team_ids: [teamB] }) })
  await until(() => client.has('refused'))
  await settled(witness)
  expect(client.events()).toEqual([])
})

test('events held back meanwhile are sent to who still may see them', async () => {
  const id = uuidv7()
  const client = await openLive(gateway, {}, tokenFor(id, { ageSeconds: 60 }))
  await client.subscribe(`project:${projectA}`)
  await publish(redis, 'auth', {
    event_type: 'user.access_changed',
    user_id: id,
    not_before: new Date().toISOString(),
  })
  await until(() => client.has('auth_required'))
  await publish(redis, 'project', moved(projectA))
  client.say({ type: 'auth', token: tokenFor(id, { ageSeconds: -1 }) })
  await until(() => client.eventTypes().includes('task.moved'))
})

test('that happened before the gateway started is known to it', async () => {
  const id = uuidv7()
  await publish(redis, 'auth', { event_type: 'user.deactivated', user_id: id })
  const late = await startGateway(redisUrl, options)
  const headers = { authorization: `Bearer ${tokenFor(id, { ageSeconds: 60 })}` }
  await until(async () => (await fetch(`${late.url}/api/v1/projects`, { headers })).status === 401)
})

test('a token of another person, or a forged one, does not renew: 4401', async () => {
  for (const token of [gateway.tokenOf(), 'not.a.token']) {
    const client = await openLive(gateway, contributor)
    client.say({ type: 'auth', token })
    await until(() => client.closeCode() === 4401)
  }
})

test('before the token is over a new one is asked for; without it the socket is closed with 4401', async () => {
  const id = uuidv7()
  const [silent, renewed] = [
    await openLive(gateway, {}, tokenFor(id, { lifeSeconds: 3 })),
    await openLive(gateway, {}, tokenFor(id, { lifeSeconds: 3 })),
  ]
  await until(() => silent.has('auth_required') && renewed.has('auth_required'))
  renewed.say({ type: 'auth', token: tokenFor(id) })
  await until(() => silent.closeCode() === 4401)
  expect(await renewed.subscribe(`user:${id}`)).toMatchObject({ type: 'subscribed' })
})
