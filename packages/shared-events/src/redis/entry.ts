import { eventField } from './streams.ts'

/** One entry of a stream, still as text. */
export interface StreamEntry {
  stream: string
  /** Redis' own id, `<milliseconds>-<sequence>`. */
  id: string
  /** The event as JSON; undefined when somebody added an entry that has none. */
  event: string | undefined
}

/** What ioredis answers for an entry: its id, and field and value in turn. Null fields: deleted meanwhile. */
export type RawEntry = [id: string, fields: string[] | null]

/** The entries that still exist. */
export function toEntries(stream: string, raw: RawEntry[]): StreamEntry[] {
  return raw.flatMap(([id, fields]) => {
    if (fields === null) return []
    const at = fields.findIndex((field, index) => index % 2 === 0 && field === eventField)
    return [{ stream, id, event: at === -1 ? undefined : fields[at + 1] }]
  })
}
