import { decodeCursor } from '@milepost/service-kit/cursor'
import { invalidRequest } from '@milepost/service-kit/problem'
import { z } from 'zod'

const afterSchema = z.tuple([z.iso.date().regex(/^20/), z.uuid()])

/** Where the page before ended; 400 for a cursor of another list. */
export function parseAfter(cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const after = afterSchema.safeParse(decodeCursor(cursor))
  if (!after.success) {
    throw invalidRequest([{ pointer: '#/cursor', detail: 'Not a cursor of this list.' }])
  }
  const [work_date, id] = after.data
  return { work_date, id }
}
