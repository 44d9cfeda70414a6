import type { DraftLink } from '#drafts/draft.ts'
import { parseLink } from './parse-values.ts'
import type { Loss } from './parsed-file.ts'
import type { Table } from './read-table.ts'
import { type RowReader, shortened } from './row-reader.ts'
import type { RowNames } from './table-parents.ts'

interface Context {
  names: RowNames
  losses: Loss[]
}

/** The links that rows name: what they wait for, and what waits for them. */
export function readLinks(
  table: Table,
  reader: RowReader,
  { names: { refs, refOf }, losses }: Context,
): DraftLink[] {
  const ends = (cells: readonly string[]) =>
    cells
      .flatMap((cell) => (refOf.has(cell) ? [cell] : cell.split(/[,;]/)))
      .filter((name) => name.trim() !== '')
      .flatMap((name) => {
        const whole = refOf.get(name.trim())
        const link = parseLink(name)
        const found =
          whole === undefined ? { ...link, ref: refOf.get(link.ref) } : { ...plainLink, ref: whole }
        if (found.ref !== undefined) return [{ ...found, ref: found.ref }]
        losses.push(unknownTask(name.trim()))
        return []
      })

  return table.rows.flatMap((row, place): DraftLink[] => {
    const own = refs[place] ?? ''
    const waitsFor = ends(reader.all(row, 'predecessors')).map(({ ref, ...link }) => ({
      ...{ predecessor_ref: ref, successor_ref: own, ...link },
    }))
    const blocks = ends(reader.all(row, 'blocks')).map(({ ref, ...link }) => ({
      ...{ predecessor_ref: own, successor_ref: ref, ...link },
    }))
    return [...waitsFor, ...blocks]
  })
}

const plainLink = { type: 'FS' as const, lag_minutes: 0 }

const unknownTask = (name: string): Loss => ({
  what: `Link to “${shortened(name)}”`,
  detail: 'Not in this file; such links are left out.',
})
