import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runTool } from './run-tool.ts'

/** How many tests a runner says it ran. */
export interface Tally {
  passed: number
  failed: number
}

interface RunOptions {
  /** For the runner's report. */
  dir: string
  env: Record<string, string>
  signal: AbortSignal
}

const vitestSchema = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))

export async function runVitest(projects: string[], options: RunOptions): Promise<Tally> {
  const report = join(options.dir, `vitest-${projects.join('-')}.json`)
  const content = await runTool(
    'vitest',
    [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`],
      ...projects.flatMap((name) => ['--project', name]),
    ],
    options,
  )
  return readTally(report, vitestSchema, content)
}

const playwrightSchema = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))

export async function runPlaywright(options: RunOptions): Promise<Tally> {
  const report = join(options.dir, 'playwright.json')
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const args = ['test', '-c', 'apps/web/e2e/playwright.config.ts']
  const content = await runTool('playwright', args, { ...options, env })
  return readTally(report, playwrightSchema, content)
}

/** A runner that left no report, ran nothing, or broke off, has failed: that counts as one. */
function readTally(file: string, schema: z.ZodType<Tally>, content: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { passed, failed } = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const isSound = content && passed + failed > 0
  return { passed, failed: isSound ? failed : Math.max(failed, 1) }
}
