import Papa from 'papaparse'
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal'
import { decodeText } from './decode-text.ts'
import { tasksMax } from './parsed-file.ts'
import { badFile, tooManyTasks } from './refusals.ts'
import { refuseLargeWorkbook } from './unpack-bounds.ts'

/** A spreadsheet's cells as text; dates as `YYYY-MM-DD`. */
export interface Table {
  header: string[]
  rows: { line: number; cells: string[] }[]
}

const columnsMax = 300

/** Reads CSV, with whatever delimiter it has. Throws 400. */
export function readCsv(bytes: Uint8Array): Table {
  const { data, errors } = Papa.parse<string[]>(decodeText(bytes), {
    skipEmptyLines: 'greedy',
    // The header, and one more to tell that there are too many.
    preview: tasksMax + 2,
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) throw badFile(`Line ${(broken.row ?? 0) + 1}: a quotation mark is not closed.`)
  return toTable(data)
}

/** Reads the first sheet of a workbook. Throws 400. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  await refuseLargeWorkbook(bytes)
  try {
    const sheet = await readSheet(new Blob([Uint8Array.from(bytes)]))
    return toTable(sheet.map((row) => row.map(cellText)))
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      throw badFile('This is not an Excel workbook (.xlsx).')
    }
    throw error
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}

function toTable(sheet: readonly string[][]): Table {
  const [header, ...rest] = sheet
  if (!header?.some((name) => name.trim() !== ''))
    throw badFile('There is no line of column names.')
  if (header.length > columnsMax) throw badFile(`More than ${columnsMax} columns.`)
  const rows = rest
    .map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length > tasksMax) throw tooManyTasks()
  return { header: header.map((name) => name.trim()), rows }
}
