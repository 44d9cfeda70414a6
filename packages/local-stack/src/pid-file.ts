import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { startOf } from './process-identity.ts'

const entrySchema = z.object({
  name: z.string(),
  pid: z.number(),
  started: z.string(),
  /** What ends it in good order. */
  signal: z.enum(['SIGTERM', 'SIGINT']),
  /** What services use, and so must outlive them. */
  backing: z.boolean(),
})
type Entry = z.infer<typeof entrySchema>

export interface PidFile {
  add: (entry: Omit<Entry, 'started'>) => void
  remove: (name: string) => void
  /** When nothing runs any more. */
  close: () => void
}

const supervisor = 'supervisor'

/**
 * Writes down what runs, so that the next start can clean up after a supervisor that was killed.
 * Throws when a supervisor that wrote here is still alive.
 */
export async function openPidFile(file: string, log: (line: string) => void): Promise<PidFile> {
  await stopWhatWasLeft(file, log)

  const entries = new Map<string, Entry>()
  const write = () => {
    mkdirSync(dirname(file), { recursive: true })
    // Renamed into place: whoever is killed here leaves the old list or the new one, never half of it.
    writeFileSync(`${file}.new`, JSON.stringify([...entries.values()], null, 2))
    renameSync(`${file}.new`, file)
  }
  const add: PidFile['add'] = (entry) => {
    const started = startOf(entry.pid)
    if (started === undefined) return
    entries.set(entry.name, { ...entry, started })
    write()
  }
  const remove: PidFile['remove'] = (name) => {
    if (entries.delete(name)) write()
  }
  add({ name: supervisor, pid: process.pid, signal: 'SIGTERM', backing: false })
  return { add, remove, close: () => rmSync(file, { force: true }) }
}

/** Throws when the supervisor that wrote the file is still alive. */
export async function stopWhatWasLeft(file: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(file)) return
  const entries = z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8')))
  const left = entries.filter(({ pid, started }) => startOf(pid) === started)
  const other = left.find(({ name }) => name === supervisor)
  if (other !== undefined)
    throw new Error(`Milepost already runs from this folder (process ${other.pid}): stop it first.`)

  if (left.length > 0)
    log(`stopping what an earlier run left behind: ${left.map(({ name }) => name).join(', ')}`)
  await Promise.all(left.filter(({ backing }) => !backing).map(end))
  await Promise.all(left.filter(({ backing }) => backing).map(end))
  rmSync(file)
}

async function end({ name, pid, started, signal }: Entry): Promise<void> {
  for (const attempt of [signal, 'SIGKILL'] as const) {
    process.kill(pid, attempt)
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
      if (startOf(pid) !== started) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`${name} (process ${pid}), which an earlier run left behind, cannot be stopped.`)
}
