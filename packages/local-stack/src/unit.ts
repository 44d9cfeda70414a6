import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PidFile } from './pid-file.ts'

/** One process of the stack: a service, PostgreSQL or Redis. */
export interface Unit {
  name: string
  /** Resolves when it is ready; rejects with the end of its log when it exits before. */
  start: () => Promise<void>
  /** In good order. Does nothing when it does not run. */
  stop: () => Promise<void>
  /** As a crash would end it. */
  kill: () => Promise<void>
  /** Of the running process. */
  pid: () => number | undefined
}

export interface Launch {
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  uid?: number
  gid?: number
}

/** What all units of a stack share. */
export interface Surroundings {
  /** Each unit writes `<name>.log` there; null to share our terminal. */
  logDir: string | null
  pids?: PidFile
  /** Called when a unit that was ready exits though nobody stopped it. */
  onCrash?: (unit: Unit, outcome: string) => void
}

interface UnitOptions extends Surroundings {
  name: string
  launch: Launch
  /** Before each launch. */
  prepare?: () => Promise<void>
  /** Resolves when it can be used. */
  ready: () => Promise<void>
  /** What ends it in good order, and what ends it at once. */
  signals: { stop: 'SIGTERM' | 'SIGINT'; kill: 'SIGKILL' | 'SIGQUIT' }
  /** Whether services use it, so that it must outlive them. */
  backing: boolean
}

const windows = process.platform === 'win32'

export function createUnit(options: UnitOptions): Unit {
  const { name, launch, prepare, ready, signals, backing, logDir, pids, onCrash } = options
  const logFile = logDir === null ? undefined : join(logDir, `${name}.log`)
  let running: ChildProcess | undefined
  let exited: Promise<string> = Promise.resolve('never started')

  async function start(): Promise<void> {
    if (running !== undefined) return
    await prepare?.()
    const child = spawnLogged(launch, logFile)
    running = child
    exited = outcomeOf(child)
    if (child.pid !== undefined) pids?.add({ name, pid: child.pid, signal: signals.stop, backing })

    const gone = exited.then((outcome) => {
      pids?.remove(name)
      const expected = running !== child
      if (!expected) running = undefined
      return { outcome, expected }
    })
    const failed = gone.then(({ outcome }) => {
      throw new Error(`The ${name} did not start (${outcome}).\n${lastLines(logFile)}`)
    })
    await Promise.race([ready(), failed])
    failed.catch(() => {})
    void gone.then(({ outcome, expected }) => expected || onCrash?.(unit, outcome))
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = running
    running = undefined
    // Once only: close-with-grace takes a second signal for impatience and exits at once.
    child?.kill(signal)
    const impatience = setTimeout(() => child?.kill('SIGKILL'), 15_000)
    await exited
    clearTimeout(impatience)
  }

  const stop = () => end(signals.stop)
  const kill = () => end(signals.kill)
  const unit = { name, start, stop, kill, pid: () => running?.pid }
  return unit
}

function spawnLogged({ file, args, ...options }: Launch, logFile: string | undefined) {
  const log = logFile === undefined ? undefined : openSync(logFile, 'a')
  try {
    return spawn(file, args, {
      ...options,
      // A file rather than a pipe to us: it goes on working, and stays readable, when we are killed.
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
      // Out of the foreground group: Ctrl-C must reach only the supervisor, which stops things in order.
      detached: !windows,
    })
  } finally {
    if (log !== undefined) closeSync(log)
  }
}

const outcomeOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })

const lastLines = (file: string | undefined) =>
  file === undefined ? '' : readFileSync(file, 'utf8').split('\n').slice(-25).join('\n')
