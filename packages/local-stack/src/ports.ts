import type { Env } from './env.ts'
import { freePort, isFree } from './free-port.ts'
import { type ProcessName, processes } from './processes.ts'

export type PortVariable = Extract<keyof Env, `${string}_PORT`>

interface PortWish {
  name: ProcessName | 'gateway-metrics' | 'postgres' | 'redis'
  /** The environment variable that moves it. */
  variable: PortVariable
  usual: number
  /** Whether it must be the usual one, because people have the address by heart. */
  fixed: boolean
}

const wishes: PortWish[] = [
  { name: 'postgres', variable: 'POSTGRES_PORT', usual: 55_432, fixed: false },
  { name: 'redis', variable: 'REDIS_PORT', usual: 56_379, fixed: false },
  { name: 'gateway-metrics', variable: 'METRICS_PORT', usual: 9100, fixed: false },
  ...processes.map(({ name, port }) => ({ name, ...port })),
]

export type PortOf = (name: PortWish['name']) => number

/** Free ports, none of them anybody's usual one. */
export async function anyPorts(): Promise<PortOf> {
  const taken = new Map<string, number>()
  while (taken.size < wishes.length) {
    const port = await freePort()
    if (![...taken.values()].includes(port)) taken.set(wishes[taken.size]?.name ?? '', port)
  }
  return lookUp(taken)
}

/**
 * The port that a variable names, else the usual one, else a free one. One that was asked for, or is
 * `fixed`, is never replaced: it throws an error that names the port and the variable that moves it.
 */
export async function usualPorts(env: Env, log: (line: string) => void): Promise<PortOf> {
  const chosen = new Map<string, number>()
  for (const wish of wishes)
    if (!isGiven(wish.name, env)) chosen.set(wish.name, await choosePort(wish, env, log))
  return lookUp(chosen)
}

/** Whether somebody else runs it, so that it needs no port of ours. */
const isGiven = (name: PortWish['name'], env: Env) =>
  (name === 'postgres' && env.DATABASE_URL !== undefined) ||
  (name === 'redis' && env.REDIS_URL !== undefined)

async function choosePort(
  { name, variable, usual, fixed }: PortWish,
  env: Env,
  log: (line: string) => void,
): Promise<number> {
  const asked = env[variable]
  const port = asked ?? usual
  if (await isFree(port)) return port

  if (fixed || asked !== undefined)
    throw new Error(
      `Port ${port} is taken, and ${name} needs it. Stop what uses it, or choose another: ${variable}=${await freeAfter(port)} npm start`,
    )
  const other = await freePort()
  log(`port ${port} is taken, so ${name} takes ${other} (${variable} chooses another)`)
  return other
}

/** Near the one that was meant, so that people recognise it. */
async function freeAfter(port: number): Promise<number> {
  for (let next = port + 1; next < port + 20; next += 1) if (await isFree(next)) return next
  return freePort()
}

const lookUp =
  (ports: Map<string, number>): PortOf =>
  (name) => {
    const port = ports.get(name)
    if (port === undefined) throw new Error(`No process is called ${name}.`)
    return port
  }
