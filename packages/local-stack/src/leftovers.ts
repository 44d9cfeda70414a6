import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopWhatWasLeft } from './pid-file.ts'
import { startOf } from './process-identity.ts'

export const pidFileName = 'processes.json'

/** Stops and removes what runs that broke off have left. `runs` has a folder per run, named by its process id. */
export async function sweepLeftovers(runs: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(runs)) return
  for (const name of readdirSync(runs)) {
    if (startOf(Number(name)) !== undefined) continue
    const dir = join(runs, name)
    const claimed = claim(join(dir, pidFileName))
    if (claimed !== undefined) await stopWhatWasLeft(claimed, log)
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Of two runs that sweep at once, one gets the file. */
function claim(file: string): string | undefined {
  const mine = `${file}.${process.pid}`
  try {
    renameSync(file, mine)
    return mine
  } catch {
    return undefined
  }
}
