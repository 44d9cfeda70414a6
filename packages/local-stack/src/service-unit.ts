import type { ProcessSpec } from './processes.ts'
import { root } from './root.ts'
import { createUnit, type Surroundings, type Unit } from './unit.ts'
import { until } from './until.ts'

interface ServiceOptions extends Surroundings {
  spec: ProcessSpec
  /** Its address. */
  url: string
  env: NodeJS.ProcessEnv
  /** Whether it starts again when its sources change. */
  watch: boolean
}

/**
 * In MB. With 16, the default, a process that has just started keeps tens of megabytes of what it needed to
 * start; with 4 six of them need 110 MB less, and answer as many requests. The image sets the same.
 */
const youngHeap = '--max-semi-space-size=4'

/** A service of ours, run from its sources. */
export function createService({ spec, url, env, watch, ...surroundings }: ServiceOptions): Unit {
  const watching = watch ? ['--watch', '--watch-preserve-output'] : []
  return createUnit({
    ...surroundings,
    name: spec.name,
    launch: {
      file: process.execPath,
      args: [...watching, youngHeap, '--conditions=source', spec.script],
      env,
      cwd: root,
    },
    ready: () => until(() => isHealthy(url), { what: `${url}/health to answer`, everyMs: 50 }),
    signals: { stop: 'SIGTERM', kill: 'SIGKILL' },
    backing: false,
  })
}

async function isHealthy(url: string): Promise<boolean> {
  // Nobody listens yet: that is what we wait for.
  const response = await fetch(`${url}/health`).catch(() => null)
  await response?.body?.cancel()
  return response?.ok ?? false
}
