import { expect, test } from 'vitest'
import { verifiedTokens } from './verified-tokens.ts'

const actor = { id: 'someone', roles: [], team_ids: [] }

test('a token is verified once, and never trusted after it expired', () => {
  let verifications = 0
  let now = 1_000
  const read = verifiedTokens(
    () => {
      verifications++
      return now < 1_300 ? { actor, issuedAt: 1_000, expiresAt: 1_300 } : undefined
    },
    () => now,
  )

  expect(read('token')?.actor).toBe(actor)
  expect(read('token')?.actor).toBe(actor)
  expect(verifications).toBe(1)
  now = 1_300
  expect(read('token')).toBeUndefined()
})

test('a hundred thousand bad tokens do not push a good one out', () => {
  let verifications = 0
  const read = verifiedTokens(
    (token) => {
      verifications++
      return token === 'good' ? { actor, issuedAt: 1, expiresAt: 4_000_000_000 } : undefined
    },
    () => 2,
  )
  read('good')
  for (let bad = 0; bad < 100_000; bad++) read(`bad ${bad}`)
  verifications = 0

  expect(read('good')).toBeDefined()
  expect(verifications).toBe(0)
})
