import { decodeCursor } from '@milepost/service-kit/cursor'
import { invalidRequest } from '@milepost/service-kit/problem'
import type { z } from 'zod'

/** The place a page ended at, in the shape this list gave it; a 400 for another list's cursor. */
export function readCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string,
): z.output<Schema> {
  const place = schema.safeParse(decodeCursor(cursor))
  if (place.success) return place.data
  throw invalidRequest([{ pointer: '#/cursor', detail: 'Not a cursor of this list.' }])
}
