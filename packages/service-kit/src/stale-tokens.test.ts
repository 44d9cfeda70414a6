import { expect, test } from 'vitest'
import { staleTokens } from './stale-tokens.ts'

const tokenOf = (id: string, issuedAt: number) => ({
  ...{ actor: { id, roles: [], team_ids: [] }, issuedAt, expiresAt: issuedAt + 300 },
})
const at = (seconds: number) => new Date(seconds * 1000)

test('tokens from before the change are stale, for that person only', () => {
  const { refuseBefore, isStale } = staleTokens(() => 1_000)
  refuseBefore('one', at(1_000.9))
  expect(isStale(tokenOf('one', 999))).toBe(true)
  expect(isStale(tokenOf('one', 1_000))).toBe(false)
  expect(isStale(tokenOf('other', 1))).toBe(false)
})

test('an older change that arrives late does not let newer tokens back in', () => {
  const { refuseBefore, isStale } = staleTokens(() => 1_000)
  refuseBefore('one', at(1_000))
  refuseBefore('one', at(900))
  expect(isStale(tokenOf('one', 999))).toBe(true)
})

test('what no living token can be older than is forgotten', () => {
  let now = 1_000
  const { refuseBefore, isStale } = staleTokens(() => now)
  refuseBefore('one', at(1_000))
  now = 1_301
  refuseBefore('other', at(now))
  expect(isStale(tokenOf('one', 999))).toBe(false)
  expect(isStale(tokenOf('other', 1_300))).toBe(true)
})
