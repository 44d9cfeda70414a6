import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashFiles } from './hash-files.ts'
import { cacheDir, root } from './root.ts'
import { runTool } from './run-tool.ts'

/** Everything that can change what the build makes. */
const sources = [
  ...['src', 'public', 'index.html', 'package.json', 'vite.config.ts', 'vite-chunks.ts'].map(
    (name) => join('apps/web', name),
  ),
  'packages/api-contracts/src',
  'packages/schedule/src',
  'packages/shared-events/src',
  'pnpm-lock.yaml',
]

export const webRoot = join(root, 'apps/web/dist')

/** Builds the web app, unless it was built from these very sources. */
export async function buildWeb({ log }: { log: (line: string) => void }): Promise<void> {
  const stamp = join(cacheDir, 'web-build')
  const wanted = hashFiles(sources.map((source) => join(root, source)))
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isCurrent && existsSync(join(webRoot, 'index.html'))) return

  log('building the web app')
  const cwd = join(root, 'apps/web')
  if (!(await runTool('vite', ['build', '--logLevel', 'warn'], { cwd })))
    throw new Error('The web app does not build: its message is above.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
