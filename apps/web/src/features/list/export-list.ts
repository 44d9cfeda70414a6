import type { TaskRowView } from '@milepost/api-contracts/list'
import type { SheetData } from 'write-excel-file/browser'
import type { ListContext } from './arrange-rows.ts'
import { cellValue } from './columns.ts'
import type { ColumnId } from './list-state.ts'
import { columnWord } from './texts.ts'

interface Shown {
  tasks: readonly TaskRowView[]
  columns: readonly ColumnId[]
  context: ListContext
}

/** Hours and per cent are figures whose unit no cell says. */
const unit: Partial<Record<ColumnId, string>> = {
  estimate: ', h',
  remaining: ', h',
  progress: ', %',
}
const heading = (column: ColumnId) => `${columnWord[column]}${unit[column] ?? ''}`

const rowsOf = ({ tasks, columns, context }: Shown) =>
  tasks.map((task) => columns.map((column) => cellValue(column, task, context)))

/**
 * What is shown as a file that a spreadsheet opens. A text that a spreadsheet would take for a formula is
 * written so that it stays text. The byte order mark tells Excel that it is UTF-8.
 */
export async function toCsv(shown: Shown): Promise<Blob> {
  const { unparse } = (await import('papaparse')).default
  const csv = unparse(
    { fields: shown.columns.map(heading), data: rowsOf(shown) },
    { escapeFormulae: true, newline: '\r\n' },
  )
  return new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' })
}

/** The cells are typed, so a text never becomes a formula. */
export async function toXlsx(shown: Shown): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const header = shown.columns.map((column) => ({
    value: heading(column),
    fontWeight: 'bold' as const,
  }))
  const rows: SheetData = rowsOf(shown).map((cells) =>
    cells.map((value) =>
      typeof value === 'number'
        ? { type: Number, value }
        : { type: String, ...(value !== null && { value }) },
    ),
  )
  const sheet: SheetData = [header, ...rows]
  return writeXlsxFile(sheet, { sheet: 'Tasks' }).toBlob()
}

/** Hands a file to the reader as a download. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
