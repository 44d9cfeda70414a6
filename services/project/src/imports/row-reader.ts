import type { ImportField } from '@milepost/api-contracts/imports'
import type { DraftError } from '#drafts/check-draft.ts'
import {
  type DurationUnit,
  dateOrderOf,
  isAmbiguousDate,
  parseDate,
  parseMinutes,
  parsePercentage,
} from './parse-values.ts'
import type { Loss } from './parsed-file.ts'
import type { Table } from './read-table.ts'

export type Row = Table['rows'][number]

interface Findings {
  losses: Loss[]
  errors: DraftError[]
  unit: DurationUnit
}

/** Answers what a row says in the columns that were chosen for a field, and keeps what it cannot read. */
export function rowReader(
  table: Table,
  mapping: readonly (ImportField | null)[],
  { losses, errors, unit }: Findings,
) {
  const columnsOf = Map.groupBy(mapping.keys(), (column) => mapping[column] ?? null)
  const has = (field: ImportField) => columnsOf.has(field)
  /** Every cell of the field that is not empty. */
  const all = (row: Row | undefined, field: ImportField): string[] =>
    (columnsOf.get(field) ?? []).flatMap((column) => row?.cells[column] || [])
  const text = (row: Row | undefined, field: ImportField) => all(row, field)[0] ?? ''

  const dateTexts = dateFields.flatMap((field) => table.rows.flatMap((row) => all(row, field)))
  const order = dateOrderOf(dateTexts)
  if (order === undefined) {
    losses.push(...dateTexts.filter(isAmbiguousDate).map(() => ambiguous))
  }

  /** Null for an empty cell; undefined where the table does not speak of it or the cell cannot be read. */
  function value<Value>(row: Row, field: ImportField, parse: (cell: string) => Value | undefined) {
    if (!has(field)) return undefined
    const cell = text(row, field)
    if (cell === '') return null
    const parsed = parse(cell)
    if (parsed === undefined) {
      const name = field.replaceAll('_', ' ')
      errors.push({ line: row.line, detail: `“${shortened(cell)}” cannot be read as ${name}.` })
    }
    return parsed
  }

  return {
    ...{ has, all, text, losses },
    date: (row: Row, field: ImportField) => value(row, field, (cell) => parseDate(cell, order)),
    minutes: (row: Row, field: ImportField) =>
      value(row, field, (cell) => parseMinutes(cell, unit)),
    percentage: (row: Row, field: ImportField) => value(row, field, parsePercentage),
    fail: (row: Row, detail: string) => errors.push({ line: row.line, detail }),
    lose: (what: string, detail: string) => losses.push({ what, detail }),
  }
}
export type RowReader = ReturnType<typeof rowReader>

const dateFields: ImportField[] = ['start_date', 'due_date', 'not_before', 'completed_on']

const ambiguous: Loss = {
  what: 'Dates such as 3/4/2026',
  detail: 'Read with the day first; nothing in the file says which comes first.',
}

export const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
