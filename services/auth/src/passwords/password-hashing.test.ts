import { expect, test } from 'vitest'
import { openPasswordHashing } from './password-hashing.ts'

const passwords = await openPasswordHashing({ concurrency: 1, memoryCost: 8 })

test('a password is kept as argon2id with 19 MiB, two passes and one lane', async () => {
  const real = await openPasswordHashing({ concurrency: 1 })
  expect(await real.hash('five unrelated words, truly')).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  )
})

test('somebody without a password matches none, and takes as much work as anybody', async () => {
  expect(await passwords.verify(null, 'anything')).toBe(false)
  expect(await passwords.verify(undefined, 'anything')).toBe(false)
  const full = await openPasswordHashing({ concurrency: 1, waitingMax: 0, memoryCost: 8 })
  // With the only place taken, both are refused: both would have been computed.
  const refused = await Promise.allSettled([
    full.verify(null, 'taken'),
    full.verify(undefined, 'anything'),
  ])
  expect(refused.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})

test('two spellings of one text are one password', async () => {
  const hashed = await passwords.hash('Grüße aus Malmö'.normalize('NFD'))
  expect(await passwords.verify(hashed, 'Grüße aus Malmö'.normalize('NFC'))).toBe(true)
  expect(await passwords.verify(hashed, 'Grüsse aus Malmö')).toBe(false)
})
