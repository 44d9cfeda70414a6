import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Stats } from '#measure/stats.ts'
import type { Options } from '#options.ts'
import type { Table } from './table.ts'

export interface MeasuredTable extends Table {
  /** By process, while the section was measured: where to look first when a figure is bad. */
  processor_seconds: Stats
}

/** Everything one `npm run bench` found out. */
export interface Results {
  /** ISO 8601. */
  taken_at: string
  took_seconds: number
  options: Pick<Options, 'only' | 'seconds' | 'runs'>
  machine: Record<string, string>
  tables: readonly MeasuredTable[]
}

export function saveResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}
