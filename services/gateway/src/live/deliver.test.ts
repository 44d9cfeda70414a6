import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { linkTo, startGateway, until } from '#test/harness.ts'
import { openLive, publish } from '#test/live-client.ts'
import {
  changed,
  contributor,
  executive,
  manager,
  moved,
  openLiveStage,
  projectA,
  projectB,
  teamA,
  teamB,
} from '#test/live-stage.ts'

const { redisUrl, redis, owned, gateway, options, settled } = await openLiveStage()

test('reach those who follow the channel and may see the project, numbered from 1', async () => {
  const [on, off, all] = [
    await openLive(gateway, contributor),
    await openLive(gateway, contributor),
    await openLive(gateway, executive),
  ]
  await on.subscribe(`project:${projectA}`)
  await all.subscribe('portfolio')
  await publish(redis, 'project', moved(projectA))
  await publish(redis, 'project', changed(projectB))
  await settled(on, all)

  expect(on.eventTypes()).toEqual(['task.moved', 'task.status_changed'])
  expect(on.events().map(({ seq }) => seq)).toEqual([1, 2])
  expect(all.events().map(({ event }) => event.project_id)).toEqual([projectB, projectA])
  expect(off.events()).toEqual([])
})

test('in the portfolio a manager hears of their own teams only, of new projects too', async () => {
  const [client, all] = [await openLive(gateway, manager), await openLive(gateway, executive)]
  await client.subscribe('portfolio')
  await all.subscribe('portfolio')
  const fresh = uuidv7()
  await publish(redis, 'project', changed(projectB))
  await publish(redis, 'project', {
    event_type: 'project.created',
    project_id: fresh,
    team_id: teamA,
  })
  await publish(redis, 'project', changed(fresh))
  await publish(redis, 'insights', {
    event_type: 'insight.generated',
    project_id: null,
    scope_project_ids: [projectA, projectB],
  })
  await until(() => all.eventTypes().includes('insight.generated'))
  await settled(client, all)

  expect(client.events().map(({ event }) => event.project_id)).toEqual([fresh, fresh, projectA])
  expect(all.events().length).toBe(5)
})

test('about one person reach that person', async () => {
  const id = uuidv7()
  const client = await openLive(gateway, { id })
  await client.subscribe(`user:${id}`)
  await publish(redis, 'timesheet', { event_type: 'timesheet.approved', user_id: id })
  await until(() => client.eventTypes().includes('timesheet.approved'))
})

test('that are published twice are sent once', async () => {
  const client = await openLive(gateway, contributor)
  await client.subscribe(`project:${projectA}`)
  const twice = { ...moved(projectA), event_id: uuidv7() }
  await publish(redis, 'project', twice)
  await publish(redis, 'project', twice)
  await settled(client)
  expect(client.eventTypes()).toEqual(['task.moved', 'task.status_changed'])
})

test('stop when the project moves to a team the reader is not in', async () => {
  const id = uuidv7()
  owned.push({ id, team: { id: teamA, name: 'A' } })
  const client = await openLive(gateway, contributor)
  await client.subscribe(`project:${id}`)
  await client.subscribe(`project:${projectA}`)
  await publish(redis, 'project', {
    event_type: 'project.updated',
    project_id: id,
    team_id: teamB,
  })
  await publish(redis, 'project', moved(id))
  await settled(client)
  expect(client.eventTypes()).toEqual(['task.status_changed'])
  expect(client.messages).toContainEqual({
    type: 'refused',
    channel: `project:${id}`,
    reason: 'not_found',
  })
})

test('of a socket that unsubscribed are no longer sent', async () => {
  const client = await openLive(gateway, contributor)
  await client.subscribe(`project:${projectA}`)
  client.say({ type: 'unsubscribe', channel: `project:${projectA}` })
  await publish(redis, 'project', moved(projectA))
  const other = await openLive(gateway, executive)
  await other.subscribe('portfolio')
  await settled(other)
  expect(client.events()).toEqual([])
})

test('reach the sockets of every gateway', async () => {
  const second = await startGateway(redisUrl, options)
  const [here, there] = [await openLive(gateway, executive), await openLive(second, executive)]
  await here.subscribe('portfolio')
  await there.subscribe('portfolio')
  await settled(here, there)
})

test('events from long ago, as after Redis lost its streams, make one resync and no flood', async () => {
  const client = await openLive(gateway, contributor)
  await client.subscribe(`project:${projectA}`)
  const longAgo = new Date(Date.now() - 3_600_000)
  for (let i = 0; i < 20; i++) await publish(redis, 'project', moved(projectA), longAgo)
  await until(() => client.has('resync'))
  await settled(client)
  expect(client.messages.filter(({ type }) => type === 'resync').length).toBe(1)
  expect(client.events().map(({ seq }) => seq)).toEqual([1])
})

test('a reader who stops reading is cut off at 1 MiB, and the others notice nothing', async () => {
  const [slow, quick] = [await openLive(gateway, contributor), await openLive(gateway, contributor)]
  await slow.subscribe(`project:${projectA}`)
  await quick.subscribe(`project:${projectA}`)
  slow.socket.pause()
  const large = 'x'.repeat(100_000)
  for (let i = 0; i < 120; i++) {
    await publish(redis, 'project', { ...moved(projectA), padding: large })
  }
  await settled(quick)
  expect(quick.events().length).toBe(121)
  slow.socket.resume()
  await until(() => slow.closeCode() !== 0)
  expect(slow.events().length).toBeLessThan(120)
})

test('events from while Redis was out of reach arrive when it is back, each once', async () => {
  const link = await linkTo(redisUrl)
  const away = await startGateway(link.url, options)
  const client = await openLive(away, executive)
  await client.subscribe('portfolio')
  await settled(client)
  link.break()
  const missed = await publish(redis, 'project', changed(projectB))
  await link.mend()
  await until(() => client.events().some(({ event }) => event.event_id === missed))
  await settled(client)
  expect(client.events().map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('a Redis that lost everything interrupts nothing', async () => {
  const client = await openLive(gateway, executive)
  await client.subscribe('portfolio')
  await settled(client)
  await redis.flushdb()
  await settled(client)
})
