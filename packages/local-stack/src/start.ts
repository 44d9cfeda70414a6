import { join } from 'node:path'
import { readEnv } from './env.ts'
import { home } from './root.ts'
import { type Session, untilAborted } from './session.ts'
import { type RunningStack, startStack } from './supervisor.ts'
import type { Unit } from './unit.ts'
import { buildWeb } from './web-build.ts'
import { welcome } from './welcome.ts'

interface Variant {
  /** Whether services start again when their sources change. */
  watch: boolean
  /** Where the app is, once everything runs. */
  appUrl: (stack: RunningStack) => Promise<string>
  /** Called while everything still runs. */
  close?: () => Promise<void>
}

/** `npm start`: everything at the usual ports, with data that stays. */
export const start = (session: Session): Promise<number> =>
  runLocally(session, {
    watch: false,
    appUrl: async ({ urlOf }) => urlOf('gateway').replace('127.0.0.1', 'localhost'),
  })

/** Runs the stack of a person's own until they stop it. */
export async function runLocally({ signal, log }: Session, variant: Variant): Promise<number> {
  const dataDir = join(home, 'data')
  const env = readEnv()
  const demo = env.MILEPOST_DEMO
  const stack = await startStack({
    dataDir,
    secretsFile: join(home, 'secrets.json'),
    ports: env,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    demo,
    durable: true,
    watch: variant.watch,
    onCrash: (unit, outcome) => void restart(unit, outcome, { signal, log }),
    build: () => buildWeb({ log }),
    signal,
    log,
  })
  try {
    const url = await variant.appUrl(stack)
    console.log(welcome({ url, demo, dataDir, seconds: performance.now() / 1000 }))
    await untilAborted(signal)
    log('stopping')
    await variant.close?.()
  } finally {
    await stack.stop()
  }
  log('stopped')
  return 0
}

async function restart(unit: Unit, outcome: string, { signal, log }: Omit<Session, 'args'>) {
  log(`${unit.name} stopped unexpectedly (${outcome}): starting it again`)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  if (!signal.aborted) await unit.start().catch((error: Error) => log(error.message))
}
