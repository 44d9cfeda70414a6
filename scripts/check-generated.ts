// Makes every generated file again and complains about those that come out different. They are left as
// they came out, so what remains is to look and commit; only migrations are put back, for those want a name.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const migrations = 'packages/db-schemas/migrations'

interface Generator {
  outputs: string
  command: [file: string, ...args: string[]]
  cwd?: string
}

const source = (script: string): Generator['command'] => [
  process.execPath,
  '--conditions=source',
  script,
]
const generators: Generator[] = [
  ...['auth', 'projects', 'insights', 'timesheets'].map(
    (schema): Generator => ({
      outputs: `${migrations}/${schema}/**/*.{sql,json}`,
      command: [
        'node_modules/.bin/drizzle-kit',
        'generate',
        '--config',
        `drizzle/${schema}.config.ts`,
      ],
      cwd: 'packages/db-schemas',
    }),
  ),
  ...['auth', 'project', 'insights', 'timesheet'].map(
    (service): Generator => ({
      outputs: `docs/api/openapi/${service}-service.yaml`,
      command: source(`services/${service}/src/write-openapi.ts`),
    }),
  ),
  { outputs: 'docs/environment.md', command: source('scripts/write-environment-docs.ts') },
]

/** The files that came out different. */
function regenerate({ outputs, command: [file, ...args], cwd = '.' }: Generator): string[] {
  const before = contentsOf(outputs)
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: join(root, cwd),
    encoding: 'utf8',
    // A question, as drizzle-kit asks about renamed columns, must not wait for an answer.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const after = contentsOf(outputs)
  if (outputs.startsWith(migrations)) putBack(before, after)
  if (status !== 0) return [`${outputs} could not be made (${stderr || stdout})`]
  if (after.size === 0) return [`${outputs}: nothing was made`]
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => after.get(name) !== before.get(name))
}

const contentsOf = (pattern: string) =>
  new Map(
    globSync(pattern, { cwd: root }).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  )

function putBack(before: Map<string, string>, after: Map<string, string>): void {
  for (const [name, content] of after) {
    const original = before.get(name)
    if (original === undefined) rmSync(join(root, name))
    else if (original !== content) writeFileSync(join(root, name), original)
  }
}

const stale = generators.flatMap(regenerate)
for (const file of stale) console.error(`generated: ${file} was out of date`)
console.log(`generated: ${generators.length} generators run, ${stale.length} files out of date`)
process.exit(stale.length === 0 ? 0 : 1)
