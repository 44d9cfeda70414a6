import { join } from 'node:path'
import { freePort, isFree } from './free-port.ts'
import { root } from './root.ts'
import type { Session } from './session.ts'
import { runLocally } from './start.ts'
import type { RunningStack } from './supervisor.ts'
import { createUnit, type Unit } from './unit.ts'
import { until } from './until.ts'

/** `npm run dev`: the same stack and data, where a saved file shows at once. */
export async function dev(session: Session): Promise<number> {
  const port = (await isFree(5173)) ? 5173 : await freePort()
  let vite: Unit | undefined

  return runLocally(session, {
    watch: true,
    appUrl: async (stack) => {
      vite = createVite(port, stack)
      await vite.start()
      return `http://localhost:${port}`
    },
    close: async () => vite?.stop(),
  })
}

function createVite(port: number, { urlOf }: RunningStack): Unit {
  const script = join(root, 'apps/web/node_modules/vite/bin/vite.js')
  return createUnit({
    name: 'vite',
    launch: {
      file: process.execPath,
      args: [script, '--port', String(port), '--strictPort'],
      cwd: join(root, 'apps/web'),
      env: { ...process.env, API_URL: urlOf('gateway') },
    },
    ready: () => until(async () => !(await isFree(port)), { what: 'the Vite server to listen' }),
    signals: { stop: 'SIGTERM', kill: 'SIGKILL' },
    backing: false,
    logDir: null,
  })
}
