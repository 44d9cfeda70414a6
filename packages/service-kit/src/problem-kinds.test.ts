import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const sources = globSync('{packages,services}/*/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))

/** As the sources write it: a problem made by hand, a conflict, or Fastify's own refusals by status. */
const kinds = sources.flatMap((source) => [
  ...source.matchAll(/(?:new Problem|super)\(\{\s*kind: '([a-z-]+)'/g),
  ...source.matchAll(/conflict\(\s*'([a-z-]+)'/g),
  ...source.matchAll(/^ {2}4\d\d: '([a-z-]+)'/gm),
])

test('docs/problems.md has a row for every kind of problem there is', () => {
  const page = readFileSync(join(root, 'docs/problems.md'), 'utf8')
  const inCode = new Set(kinds.map(([, kind]) => kind))
  const described = new Set(
    [...page.matchAll(/^\| `\/problems\/([a-z-]+)`/gm)].map(([, kind]) => kind),
  )
  expect(inCode.size).toBeGreaterThan(15)
  expect([...inCode].filter((kind) => !described.has(kind))).toEqual([])
})
