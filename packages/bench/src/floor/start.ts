import { fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

export interface Floor {
  url: string
  pid: number
  stop: () => Promise<void>
}

const greetingSchema = z.object({ url: z.url() })

/** The bare server in a process of its own, as a service would be. */
export async function startFloor(env: { DATABASE_URL: string; REDIS_URL: string }): Promise<Floor> {
  const child = fork(new URL('./main.ts', import.meta.url), {
    env: { ...process.env, ...env },
    execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'],
    // Ctrl-C must reach only us, who stop things in order.
    detached: true,
  })
  const exited = once(child, 'exit')
  const failed = exited.then(([code]) => {
    throw new Error(`The bare server stopped with exit code ${code}.`)
  })
  const [greeting] = await Promise.race([once(child, 'message'), failed])
  failed.catch(() => {})
  return {
    url: greetingSchema.parse(greeting).url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill()
      await exited
    },
  }
}
