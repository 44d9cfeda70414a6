import { decodeCursor, encodeCursor } from '@milepost/service-kit/cursor'
import { invalidRequest } from '@milepost/service-kit/problem'
import { z } from 'zod'

/** Where a list by name ended: names repeat, so the id is part of the order. */
export interface NamePosition {
  name: string
  id: string
}

const positionSchema = z.tuple([z.string().max(200), z.uuid()])

/** The position in a cursor; 400 for a cursor of another list. */
export function parsePosition(cursor: string | undefined): NamePosition | undefined {
  if (cursor === undefined) return undefined
  const position = positionSchema.safeParse(decodeCursor(cursor))
  if (!position.success || position.data[0].includes('\0')) {
    throw invalidRequest([{ pointer: '#/cursor', detail: 'Not a cursor of this list.' }])
  }
  const [name, id] = position.data
  return { name, id }
}

/** Of rows that were asked for one more than `limit`: the page, and the cursor of the next one. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => NamePosition,
): { page: Row[]; next_cursor: string | null } {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  if (last === undefined) return { page, next_cursor: null }
  const { name, id } = positionOf(last)
  return { page, next_cursor: encodeCursor([name, id]) }
}
