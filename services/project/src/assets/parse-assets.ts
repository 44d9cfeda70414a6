import { invalidRequest } from '@milepost/service-kit/problem'
import Papa from 'papaparse'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { AssetRow } from './queries.ts'

const rowsMax = 20_000
const errorsMax = 20

const rowSchema = z.object({
  reference: z.string().trim().min(1, 'A reference is missing.').max(300),
  description: z.string().trim().max(2_000).default(''),
  resolved_on: z
    .string()
    .trim()
    .default('')
    .transform((text) => text || null)
    .pipe(z.iso.date('Not a date like 2026-11-20.').nullable()),
})

/**
 * The rows of a CSV with the columns `reference`, `description` and `resolved_on`. Throws 400 that names
 * the first lines that are wrong; then nothing of the file is taken.
 */
export function parseAssets(csv: string): AssetRow[] {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  if (!meta.fields?.includes('reference')) {
    throw invalidRequest([{ pointer: '#/csv', detail: 'There is no column "reference".' }])
  }
  if (data.length > rowsMax) {
    throw invalidRequest([{ pointer: '#/csv', detail: `More than ${rowsMax} rows.` }])
  }
  const problems = errors
    // A file of one column has no delimiter to find.
    .filter(({ type }) => type !== 'Delimiter')
    .map(({ row, message }) => `Line ${(row ?? 0) + 2}: ${message}`)
  const rows: AssetRow[] = []
  const seen = new Set<string>()
  for (const [place, record] of data.entries()) {
    const read = rowSchema.safeParse(record)
    if (!read.success) {
      const [issue] = read.error.issues
      problems.push(`Line ${place + 2}, ${issue?.path.join('.')}: ${issue?.message}`)
    } else if (seen.has(read.data.reference)) {
      problems.push(`Line ${place + 2}: "${read.data.reference}" is there twice.`)
    } else {
      seen.add(read.data.reference)
      rows.push({ id: uuidv7(), ...read.data })
    }
  }
  if (problems.length === 0) return rows
  throw invalidRequest(problems.slice(0, errorsMax).map((detail) => ({ pointer: '#/csv', detail })))
}
