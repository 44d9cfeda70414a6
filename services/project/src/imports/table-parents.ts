import { createHash } from 'node:crypto'
import type { Loss } from './parsed-file.ts'
import type { Table } from './read-table.ts'
import { type RowReader, shortened } from './row-reader.ts'
import { plain } from './words.ts'

export interface RowNames {
  /** What each row is called when the file comes again. */
  refs: string[]
  /** The ref behind whatever other rows may call a row: its key, its number, its title. */
  refOf: ReadonlyMap<string, string>
}

/** Columns by which rows of the same file name each other, though they are mapped to nothing. */
const aliasColumns: ReadonlySet<string> = new Set([
  ...['id', 'issueid', 'issuekey', 'key', 'number', 'uniqueid', 'taskid', 'wbs', 'ref'],
])

export const isAlias = (name: string) => aliasColumns.has(plain(name))

/** Names every row: by its key, else by its title, the second of one title as such. */
export function namesOfRows(table: Table, reader: RowReader): RowNames {
  const counts = new Map<string, number>()
  const refs = table.rows.map((row) => {
    const key = reader.text(row, 'external_key')
    if (key !== '') return key
    const title = plain(reader.text(row, 'title'))
    const count = (counts.get(title) ?? 0) + 1
    counts.set(title, count)
    return `title:${createHash('sha256').update(`${title} ${count}`).digest('hex').slice(0, 32)}`
  })
  const refOf = new Map<string, string>()
  const add = (name: string | undefined, ref: string | undefined) => {
    if (name && ref && !refOf.has(name)) refOf.set(name, ref)
  }
  const aliases = table.header.flatMap((name, column) => (isAlias(name) ? [column] : []))
  for (const ref of refs) add(ref, ref)
  for (const [place, row] of table.rows.entries()) {
    add(reader.text(row, 'wbs'), refs[place])
    for (const column of aliases) add(row.cells[column], refs[place])
  }
  for (const [place, row] of table.rows.entries()) add(reader.text(row, 'title'), refs[place])
  return { refs, refOf }
}

interface Context {
  names: RowNames
  losses: Loss[]
}

/** The ref of each row's parent, as named, as its WBS number says, or as its level does; undefined without any. */
export function readParents(
  table: Table,
  reader: RowReader,
  { names, losses }: Context,
): (string | null)[] | undefined {
  const { refs, refOf } = names
  const named = reader.has('parent')
  if (named) {
    return table.rows.map((row, place) => {
      const name = reader.text(row, 'parent')
      const ref = refOf.get(name)
      if (name !== '' && ref === undefined) losses.push(unknownParent(name))
      return ref === undefined || ref === refs[place] ? null : ref
    })
  }
  if (reader.has('wbs')) {
    return table.rows.map((row) => {
      const wbs = reader.text(row, 'wbs')
      return refOf.get(wbs.slice(0, wbs.lastIndexOf('.'))) ?? null
    })
  }
  if (!reader.has('outline_level')) return undefined
  const open: { level: number; ref: string }[] = []
  return table.rows.map((row, place) => {
    const level = Number(reader.text(row, 'outline_level')) || 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.ref ?? null
    open.push({ level, ref: refs[place] ?? '' })
    return parent
  })
}

const unknownParent = (name: string): Loss => ({
  what: `Parent “${shortened(name)}”`,
  detail: 'Not in this file; such tasks stand at the top.',
})
