import { runScript, runSource, runTool } from './run-tool.ts'
import type { Session } from './session.ts'

type Check = readonly [name: string, run: (signal: AbortSignal) => Promise<boolean>]

const checks: Check[] = [
  ['format, lint and boundaries', (signal) => runTool('biome', ['check', '.'], { signal })],
  ['types', (signal) => runScript('typecheck', { signal })],
  ['unused code and dependencies', (signal) => runTool('knip', [], { signal })],
  ['generated files', (signal) => runSource('scripts/check-generated.ts', [], { signal })],
  ['Kubernetes manifests', (signal) => runSource('scripts/check-kubernetes.ts', [], { signal })],
  ['links in documents', (signal) => runSource('scripts/check-links.ts', [], { signal })],
]

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
