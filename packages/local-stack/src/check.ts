import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { runScript, runSource, runTool } from './run-tool.ts'
import type { Session } from './session.ts'

type Check = readonly [name: string, run: (signal: AbortSignal) => Promise<boolean>]

const checks: Check[] = [
  ['format, lint and boundaries', (signal) => runTool('biome', ['check', '.'], { signal })],
  ['types', (signal) => runScript('typecheck', { signal })],
  ['unused code and dependencies', findUnused],
  ['generated files', (signal) => runSource('scripts/check-generated.ts', [], { signal })],
  ['Kubernetes manifests', (signal) => runSource('scripts/check-kubernetes.ts', [], { signal })],
  ['links in documents', (signal) => runSource('scripts/check-links.ts', [], { signal })],
]

/**
 * knip follows `#x.ts` to what was built from it as soon as something was, and then takes the sources
 * for unused. Built files go first; the next build takes them from its cache.
 */
function findUnused(signal: AbortSignal): Promise<boolean> {
  for (const built of globSync('{services,packages}/*/dist', { cwd: root }))
    rmSync(join(root, built), { recursive: true })
  return runTool('knip', [], { signal })
}

/** Every static check, also after one has failed. Resolves to the names of those that did. */
export async function failedChecks({ signal, log }: Session): Promise<string[]> {
  const failed: string[] = []
  for (const [name, run] of checks) {
    signal.throwIfAborted()
    log(`checking: ${name}`)
    if (!(await run(signal))) failed.push(name)
  }
  return failed
}

/** `npm run check`. */
export async function check(session: Session): Promise<number> {
  const failed = await failedChecks(session)
  session.log(failed.length === 0 ? 'all checks passed' : `failed: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
}
