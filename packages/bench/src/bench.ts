import { join } from 'node:path'
import { benchHome, type Lab, openLab } from './lab.ts'
import { type Options, readOptions } from './options.ts'
import { describeMachine } from './report/machine.ts'
import { printTable } from './report/print-table.ts'
import { figuresOf, processorTime, usedSince } from './report/processor-time.ts'
import { type MeasuredTable, saveResults } from './report/results.ts'
import { writeDocs } from './report/write-docs.ts'
import { sections } from './sections/sections.ts'
import { startOnce } from './start-once.ts'

const controller = new AbortController()
const { signal } = controller
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => controller.abort())

const seconds = () => performance.now() / 1000
const log = (line: string) => console.log(`[${seconds().toFixed(1)} s] ${line}`)

try {
  const options = readOptions(process.argv.slice(2))
  if (options.startOnce === undefined) await bench(options)
  else await startOnce({ dir: options.startOnce, options, signal })
} catch (error) {
  // What we throw on purpose says what is wrong; anything else is a fault of ours, with its stack.
  console.error(error instanceof Error && error.name === 'Error' ? error.message : error)
  process.exitCode = 1
}
// A connection that somebody forgot must not keep us.
process.exit()

async function bench(options: Options): Promise<void> {
  const lab = await openLab({ options, signal, log })
  try {
    const tables = await measureAll(lab)
    const results = {
      taken_at: new Date().toISOString(),
      took_seconds: seconds(),
      options,
      machine: await describeMachine(lab),
      tables,
    }
    const file = join(benchHome, 'results.json')
    saveResults(file, results)
    log(`done; everything is in ${file}`)
    if (options.write) writeDocs(results)
  } finally {
    await lab.close()
  }
}

async function measureAll(lab: Lab): Promise<MeasuredTable[]> {
  const tables: MeasuredTable[] = []
  for (const name of lab.options.only) {
    signal.throwIfAborted()
    log(`measuring: ${name}`)
    const usedBefore = processorTime(lab)
    const table = await sections[name](lab)
    const used = usedSince(usedBefore, processorTime(lab))
    printTable(table)
    console.log(`  processor time: ${figuresOf(used)}`)
    tables.push({ ...table, processor_seconds: used })
  }
  return tables
}
