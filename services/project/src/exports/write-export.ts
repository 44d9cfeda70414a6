import type { ExportFormat } from '@milepost/api-contracts/imports'
import type { ProjectFile } from '@milepost/api-contracts/project-file'
import { writeMspdi } from './write-mspdi.ts'
import { writeCsv, writeXlsx } from './write-table.ts'

interface Written {
  content: string | Buffer
  type: string
  extension: string
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A project in the format that was asked for. */
export async function writeExport(file: ProjectFile, format: ExportFormat): Promise<Written> {
  switch (format) {
    case 'mspdi':
      return { content: writeMspdi(file), type: 'application/xml', extension: 'xml' }
    case 'csv':
      return { content: writeCsv(file), type: 'text/csv; charset=utf-8', extension: 'csv' }
    case 'xlsx':
      return { content: await writeXlsx(file), type: xlsxType, extension: 'xlsx' }
    default: {
      const content = `${JSON.stringify(file, null, 2)}\n`
      return { content, type: 'application/json; charset=utf-8', extension: 'json' }
    }
  }
}
