import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { startGateway } from '#test/harness.ts'
import { openLive } from '#test/live-client.ts'
import {
  contributor,
  executive,
  manager,
  openLiveStage,
  projectA,
  projectB,
  teamB,
} from '#test/live-stage.ts'

const { redisUrl, gateway } = await openLiveStage()

const person = { id: uuidv7(), ...contributor }

test.each([
  ['admin', { roles: ['admin' as const] }, ['subscribed', 'not_found', 'subscribed']],
  ['executive', executive, ['subscribed', 'not_found', 'subscribed']],
  ['manager of the team', manager, ['subscribed', 'not_found', 'subscribed']],
  [
    'manager elsewhere',
    { ...manager, team_ids: [teamB] },
    ['not_found', 'not_found', 'subscribed'],
  ],
  ['contributor of the team', contributor, ['subscribed', 'not_found', 'forbidden']],
  [
    'contributor elsewhere',
    { ...contributor, team_ids: [teamB] },
    ['not_found', 'not_found', 'forbidden'],
  ],
])('%s to a project, another person and the portfolio: %j', async (_, who, expected) => {
  const client = await openLive(gateway, who)
  const answers = []
  for (const channel of [`project:${projectA}`, `user:${person.id}`, 'portfolio']) {
    const answer = await client.subscribe(channel)
    answers.push(answer.type === 'refused' ? answer.reason : answer.type)
  }
  expect(answers).toEqual(expected)
})

test('to oneself, always', async () => {
  const client = await openLive(gateway, person)
  expect(await client.subscribe(`user:${person.id}`)).toMatchObject({ type: 'subscribed' })
})

test('a project that does not exist is refused in the words for one that is not visible', async () => {
  const client = await openLive(gateway, contributor)
  const [missing, invisible] = [
    await client.subscribe(`project:${uuidv7()}`),
    await client.subscribe(`project:${projectB}`),
  ]
  expect(missing).toMatchObject({ type: 'refused', reason: 'not_found' })
  expect(invisible).toMatchObject({ type: 'refused', reason: 'not_found' })
})

test('while the project service is away: unavailable, after a few tries', async () => {
  const cut = await startGateway(redisUrl)
  const client = await openLive(cut, contributor)
  expect(await client.subscribe(`project:${projectA}`)).toMatchObject({ reason: 'unavailable' })
}, 15_000)
