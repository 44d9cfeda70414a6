import { figures, isMet, type Row, type Table } from './table.ts'

const header = ['', 'floor', 'ours', 'aim', '']

export function printTable({ title, rows }: Table): void {
  const cells = [header, ...rows.map(cellsOf)]
  const widths = header.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  )
  console.log(`\n${title}`)
  for (const line of cells)
    console.log(`  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
}

/** What is measured, floor, ours, aim, and whether it was reached. */
export function cellsOf(row: Row): string[] {
  const { what, unit, show, floor, ours, aim, moreIsBetter } = row
  const met = isMet(row)
  const limit =
    aim &&
    `${moreIsBetter ? '≥' : '≤'} ${figures(
      aim,
      show.filter((name) => name in aim),
    )}`
  const named = limit && `${limit}${nameOf(show, aim)}`
  return [
    `${what}, ${unit}${show.length > 1 && show[0] === 'p50' ? `, ${show.join(' / ')}` : ''}`,
    figures(floor, show),
    figures(ours, show),
    named ?? '',
    met === null ? '' : met ? 'met' : 'missed',
  ]
}

/** Which of several figures the aim is about, unless it is the first. */
function nameOf(show: readonly string[], aim: Row['aim']): string {
  const [name = ''] = Object.keys(aim ?? {})
  return show.length === 1 || show[0] === name ? '' : ` (${name.replace(/^.*_/, '')})`
}
