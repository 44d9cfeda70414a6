import { z } from 'zod'

/** A calendar date without a time or zone, "2026-11-20". */
export const dateSchema = z.iso.date()

/** An instant with its zone, as JSON carries it. */
export const instantSchema = z.iso.datetime({ offset: true })

/** 0–100, one decimal. */
export const percentageSchema = z.number().min(0).max(100)

export const namedRefSchema = z.object({ id: z.uuid(), name: z.string() })
export type NamedRef = z.infer<typeof namedRefSchema>
export const personRefSchema = z.object({ id: z.uuid(), display_name: z.string() })
export type PersonRef = z.infer<typeof personRefSchema>

/** A region's name in the IANA time zone database, "Europe/London". Fixed offsets know no summer. */
export const timezoneSchema = z.string().max(64).refine(isTimezone, 'Not a known time zone.')

function isTimezone(name: string): boolean {
  try {
    return /^[A-Z]/.test(name) && Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    // Translates: a RangeError is the answer to the question.
    return false
  }
}

/** Query of every list. Numbers in a query are text; this is the one place where text becomes a number. */
export const pageQueryShape = {
  cursor: z.string().max(500).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .optional(),
}

export const pageQuerySchema = z.strictObject(pageQueryShape)

/** One page of a list; `next_cursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

/** What a change says it saw; 409 when it is no longer so. */
export const versionSchema = z.int().positive()

/** Header of changes: the version that was seen, instead of one in the body (RFC 9110 §13.1.1). */
export const ifMatchHeaderSchema = z.object({
  'if-match': z
    .string()
    .regex(/^"\d+"$/)
    .optional(),
})

/** Header of creates: the same key never creates twice. A UUID is one. This is the only rule for keys. */
export const idempotencyHeaderSchema = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\w-]{8,128}$/)
    .optional(),
})
