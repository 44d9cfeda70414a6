import { openTestRedis } from '@milepost/local-stack/test-redis'
import { userAccessChanged } from '@milepost/shared-events/user-events'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openLink, testServer, until } from '#test/harness.ts'
import { signAccessToken } from './authentication.ts'
import { openRedis } from './open-redis.ts'
import { watchAccessChanges } from './watch-access-changes.ts'

vi.setConfig({ testTimeout: 30_000 })

const { url, redis } = await openTestRedis()
beforeEach(() => redis.flushdb())

async function serve(redisUrl = url) {
  const { app } = await testServer()
  app.get('/me', { config: { access: 'signed-in' } }, async () => ({ type: 'served' }))
  const own = openRedis(redisUrl, { onError: () => {}, name: 'watch test' })
  const watch = watchAccessChanges(app, own)
  afterAll(async () => {
    await watch.close()
    own.disconnect()
  })
  return async (user: string) => {
    const claims = { sub: user, email: 'someone@milepost.example', roles: [], teams: [] }
    const authorization = `Bearer ${signAccessToken(app, claims)}`
    return (await app.inject({ url: '/me', headers: { authorization } })).json().type
  }
}

/** A change a minute from now: every token of today is older. */
const announceChange = (user: string) =>
  redis.xadd(
    ...(['events:auth', '*', 'event'] as const),
    JSON.stringify(
      userAccessChanged.create({
        ...{ user_id: user, not_before: new Date(Date.now() + 60_000).toISOString() },
        ...{ correlation_id: 'req-12345678', actor_user_id: null },
      }),
    ),
  )

test('every process refuses a person’s older tokens as soon as their access changed', async () => {
  const processes = [await serve(), await serve()]
  const [changed, other] = [uuidv7(), uuidv7()]
  for (const ask of processes) expect(await ask(changed)).toBe('served')

  await announceChange(changed)

  for (const ask of processes) {
    await until(async () => (await ask(changed)) === '/problems/token-stale', 5_000)
    expect(await ask(other)).toBe('served')
  }
})

test('a process that starts later knows the changes of the last five minutes', async () => {
  const changed = uuidv7()
  await announceChange(changed)
  const ask = await serve()
  await until(async () => (await ask(changed)) === '/problems/token-stale', 5_000)
})

test('after Redis was away, or was emptied, changes are seen again', async () => {
  const link = await openLink(url)
  const ask = await serve(link.url)
  const [first, second, third] = [uuidv7(), uuidv7(), uuidv7()]
  await announceChange(first)
  await until(async () => (await ask(first)) === '/problems/token-stale')

  link.cut()
  await announceChange(second)
  link.mend()
  await until(async () => (await ask(second)) === '/problems/token-stale')

  await redis.flushdb()
  await announceChange(third)
  await until(async () => (await ask(third)) === '/problems/token-stale')
})
