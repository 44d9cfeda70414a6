import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@milepost/local-stack/root'
import { sectionNames } from '#sections/names.ts'
import { cellsOf } from './print-table.ts'
import type { Results } from './results.ts'
import { isMet, type Table } from './table.ts'

const byHand = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8').trim()

/** Writes `docs/performance.md`: the figures, between what is written by hand about them. */
export function writeDocs({ machine, sections }: Results): void {
  const tables = sectionNames.flatMap((name) => sections[name] ?? [])
  const aims = tables.flatMap(({ rows }) => rows.map(isMet)).filter((met) => met !== null)
  const met = aims.filter(Boolean).length
  const taken = tables.map(({ taken_at }) => taken_at.slice(0, 10)).sort()
  const runs = Math.min(...tables.map((table) => table.runs))
  const parts = [
    byHand('introduction.md'),
    `Last taken on ${taken.at(-1)}; ${runs} turns or more per figure, on:`,
    markdownTable(['', ''], Object.entries(machine)),
    ...tables.map(render),
    `## Missed aims and why\n\n${met} of ${aims.length} aims are met.`,
    byHand('missed-aims.md'),
  ]
  writeFileSync(join(root, 'docs/performance.md'), `${parts.join('\n\n')}\n`)
}

const render = ({ title, about, rows }: Table): string =>
  `## ${title}\n\n${about}\n\n${markdownTable(['', 'floor', 'Milepost', 'aim', ''], rows.map(cellsOf))}`

const markdownTable = (header: string[], lines: string[][]): string =>
  [header, header.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
