import pg from 'pg'
import { z } from 'zod'

const envSchema = z.object({
  GATEWAY_URL: z.url(),
  AUTH_URL: z.url(),
  PROJECT_URL: z.url(),
  INSIGHTS_URL: z.url(),
  TIMESHEET_URL: z.url(),
  CONTROL_URL: z.url(),
  DATABASE_URL: z.string(),
  REDIS_URL: z.string(),
  JWT_SECRET_KEY: z.string().min(32),
})

/** Where the running stack is. `npm test` starts one and says so in the environment. */
export const stack = envSchema.parse(process.env)

export type ServiceName = 'auth' | 'project' | 'insights' | 'timesheet'

export const serviceUrls: Record<ServiceName, string> = {
  auth: stack.AUTH_URL,
  project: stack.PROJECT_URL,
  insights: stack.INSIGHTS_URL,
  timesheet: stack.TIMESHEET_URL,
}

/** The database as its owner sees it: to arrange what no route arranges, and to look behind the API. */
export function openOwnerPool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: stack.DATABASE_URL, max: 4 })
  // A test restarts PostgreSQL, which ends idle connections; the next query opens another.
  pool.on('error', ({ message }) => console.warn(`a connection of the tests broke: ${message}`))
  return pool
}

/** Stops, kills or starts one process of the stack: a service, `redis` or `postgres`. */
export async function control(verb: 'stop' | 'kill' | 'start', unit: string): Promise<void> {
  const response = await fetch(`${stack.CONTROL_URL}/${verb}/${unit}`, { method: 'POST' })
  if (!response.ok) throw new Error(`${verb} ${unit}: ${response.status} ${await response.text()}`)
}

/** Asks again until the answer satisfies, for at most this long; then gives the last one back. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  satisfied: (answer: Answer) => boolean,
  timeoutMs = 10_000,
): Promise<Answer> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (satisfied(answer) || performance.now() > deadline) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
