import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

const file = () => join(mkdtempSync(join(tmpdir(), 'milepost-')), 'secrets.json')

test('secrets are made once, differ from each other, and are readable by their owner alone', () => {
  const path = file()
  const secrets = loadSecrets(path)

  expect(loadSecrets(path)).toEqual(secrets)
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
  expect(Math.min(...Object.values(secrets).map((secret) => secret.length))).toBeGreaterThan(31)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a secret that came later is added beside those that are kept', () => {
  const path = file()
  writeFileSync(path, JSON.stringify({ JWT_SECRET_KEY: 'as it was' }))

  const secrets = loadSecrets(path)

  expect(secrets.JWT_SECRET_KEY).toBe('as it was')
  expect(loadSecrets(path)).toEqual(secrets)
})
