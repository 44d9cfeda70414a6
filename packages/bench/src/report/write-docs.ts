import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@milepost/local-stack/root'
import { cellsOf } from './print-table.ts'
import type { Results } from './results.ts'
import { isMet, type Table } from './table.ts'

const text = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8').trim()

/** Writes `docs/performance.md`: the figures, between what is written by hand about them. */
export function writeDocs(results: Results): void {
  const { taken_at, took_seconds, options, machine, tables } = results
  const rows = tables.flatMap((table) => table.rows)
  const missed = rows.filter((row) => isMet(row) === false)
  const aims = rows.filter((row) => isMet(row) !== null)
  const document = [
    text('introduction.md'),
    `Taken on ${taken_at.slice(0, 10)} in ${Math.round(took_seconds / 60)} minutes, with ${options.runs} runs of ${options.seconds} s per figure, on:`,
    [
      '| | |',
      '|---|---|',
      ...Object.entries(machine).map(([name, what]) => `| ${name} | ${what} |`),
    ].join('\n'),
    ...tables.map(render),
    `## Missed aims and why\n\n${aims.length - missed.length} of ${aims.length} aims are met.`,
    text('missed-aims.md'),
  ]
  writeFileSync(join(root, 'docs/performance.md'), `${document.join('\n\n')}\n`)
}

function render({ title, about, rows }: Table): string {
  const lines = rows.map((row) => `| ${cellsOf(row).join(' | ')} |`)
  return `## ${title}\n\n${about}\n\n${['| | floor | Milepost | aim | |', '|---|---|---|---|---|', ...lines].join('\n')}`
}
