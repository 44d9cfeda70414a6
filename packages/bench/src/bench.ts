import { type Lab, openLab } from './lab.ts'
import { exercise } from './measure/exercise.ts'
import { type Options, readOptions } from './options.ts'
import { describeMachine } from './report/machine.ts'
import { printTable } from './report/print-table.ts'
import { figuresOf, processorTime, usedSince } from './report/processor-time.ts'
import { type MeasuredTable, readResults, resultsFile, saveResults } from './report/results.ts'
import { writeDocs } from './report/write-docs.ts'
import type { SectionName } from './sections/names.ts'
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
  if (options.startOnce !== undefined) await startOnce({ dir: options.startOnce, options, signal })
  else {
    if (options.only.length > 0) await measureAll(options)
    if (options.write) writeDocs(readResults())
  }
} catch (error) {
  // What we throw on purpose says what is wrong; anything else is a fault of ours, with its stack.
  if (!signal.aborted)
    console.error(error instanceof Error && error.name === 'Error' ? error.message : error)
  process.exitCode = signal.aborted ? 130 : 1
}
// A connection that somebody forgot must not keep us.
process.exit()

async function measureAll(options: Options): Promise<void> {
  const lab = await openLab({ options, signal, log })
  try {
    // Memory is looked at before anything has happened, and does this itself.
    if (options.only[0] !== 'memory') await exercise(lab)
    const machine = await describeMachine(lab)
    for (const name of options.only) {
      signal.throwIfAborted()
      log(`measuring: ${name}`)
      const table = await measure(lab, name)
      printTable(table)
      console.log(`  processor time: ${figuresOf(table.processor_seconds)}`)
      // After each of them: a section that fails takes nothing from the others.
      saveResults({ machine, sections: { ...readResults().sections, [name]: table } })
    }
    log(`done; everything is in ${resultsFile}`)
  } finally {
    await lab.close()
  }
}

async function measure(lab: Lab, name: SectionName): Promise<MeasuredTable> {
  const { runs, seconds: each } = lab.options
  const [begun, usedBefore] = [seconds(), processorTime(lab)]
  const table = await sections[name](lab)
  return {
    ...table,
    taken_at: new Date().toISOString(),
    took_seconds: seconds() - begun,
    runs,
    seconds: each,
    processor_seconds: usedSince(usedBefore, processorTime(lab)),
  }
}
