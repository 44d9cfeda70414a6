import { createHash } from 'node:crypto'
import type { ImportFile, ImportKind } from '@milepost/api-contracts/imports'
import { decodeText } from './decode-text.ts'
import { parseMspdi } from './parse-mspdi.ts'
import { parseProjectFile } from './parse-project-file.ts'
import type { Column, ParsedFile } from './parsed-file.ts'
import { readCsv, readXlsx, type Table } from './read-table.ts'
import { badFile } from './refusals.ts'
import { type Mapping, tableToDraft } from './table-to-draft.ts'
import { suggestMapping } from './words.ts'

/** Reads a file of any kind. Throws 400 for one that is not of its kind. */
export async function parseFile(file: ImportFile): Promise<ParsedFile> {
  const bytes = Buffer.from(file.content, 'base64')
  switch (file.kind) {
    case 'mspdi':
      return parseMspdi(decodeText(bytes), file.file_name)
    case 'json':
      return parseProjectFile(decodeText(bytes))
    case 'xlsx':
      return parseTable(file, await readXlsx(bytes))
    default:
      return parseTable(file, readCsv(bytes))
  }
}

function parseTable({ kind, mapping: given, file_name }: ImportFile, table: Table): ParsedFile {
  if (given && given.length !== table.header.length) {
    throw badFile(`The file has ${table.header.length} columns, the mapping ${given.length}.`)
  }
  const mapping = given ?? suggestMapping(table.header)
  const unit = kind === 'jira' ? 'seconds' : 'hours'
  return {
    source: sourceOf(kind, mapping, file_name),
    columns: columnsOf(table, mapping),
    ...tableToDraft(table, { mapping, unit }),
  }
}

/** Keys are the same in every export of one tracker; titles only within files of one name. */
function sourceOf(kind: ImportKind, mapping: Mapping, fileName: string): string {
  if (kind === 'jira') return kind
  if (mapping.includes('external_key')) return 'table'
  return `table:${createHash('sha256').update(fileName.toLowerCase()).digest('hex').slice(0, 16)}`
}

const samplesMax = 3
const sampleLengthMax = 80

function columnsOf({ header, rows }: Table, mapping: Mapping): Column[] {
  return header.map((name, column) => {
    const samples = new Set<string>()
    for (const { cells } of rows) {
      if (samples.size === samplesMax) break
      const cell = cells[column]
      if (cell) samples.add(cell.slice(0, sampleLengthMax))
    }
    return { name, samples: [...samples], field: mapping[column] ?? null }
  })
}
