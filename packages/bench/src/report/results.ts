import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { benchHome } from '#lab.ts'
import type { Stats } from '#measure/stats.ts'
import type { SectionName } from '#sections/names.ts'
import type { Table } from './table.ts'

export interface MeasuredTable extends Table {
  /** ISO 8601. */
  taken_at: string
  took_seconds: number
  /** How it was measured: turns per figure, and how long each was. */
  runs: number
  seconds: number
  /** By process, while the section was measured: where to look first when a figure is bad. */
  processor_seconds: Stats
}

/** What is known of each section, from whenever it was last measured. */
export interface Results {
  machine: Record<string, string>
  sections: Partial<Record<SectionName, MeasuredTable>>
}

export const resultsFile = join(benchHome, 'results.json')

/** What we ourselves have written there. */
export function readResults(): Results {
  if (!existsSync(resultsFile)) return { machine: {}, sections: {} }
  return JSON.parse(readFileSync(resultsFile, 'utf8'))
}

export function saveResults(results: Results): void {
  mkdirSync(dirname(resultsFile), { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
}
