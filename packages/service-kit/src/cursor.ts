import { z } from 'zod'
import { invalidRequest } from './problem.ts'

const valuesSchema = z.array(z.union([z.string(), z.number(), z.null()])).min(1)

/** Where a page ended: the sort values of its last row, opaque to the caller. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values `encodeCursor` was given; a 400 at `#/cursor` for anything it did not make. */
export function decodeCursor(cursor: string): (string | number | null)[] {
  const values = valuesSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!values.success) {
    throw invalidRequest([{ pointer: '#/cursor', detail: 'Not a cursor of this list.' }])
  }
  return values.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Translates: text that is not JSON is no value of the list.
    return undefined
  }
}
