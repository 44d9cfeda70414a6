import type { DropTarget } from './drop.ts'

/** A card in the page: its id and where its middle is, in pixels from the window's top. */
export interface CardPlace {
  id: string
  middle: number
}

/** A column in a swimlane. */
export type CellName = Pick<DropTarget, 'column_id' | 'lane'>

/**
 * Before which card one held at `y` would land in a cell, of whose cards only those near the window
 * are in the page; null at its end. `order` is the whole cell, top to bottom.
 */
export function cardBelow(
  order: readonly { id: string }[],
  inPage: readonly CardPlace[],
  y: number,
): string | null {
  const below = inPage
    .toSorted((one, other) => one.middle - other.middle)
    .find(({ middle }) => middle > y)
  if (below) return below.id
  // Below everything in the page: before the first card that is too far down to be there.
  const ids = new Set(inPage.map(({ id }) => id))
  const last = order.findLastIndex(({ id }) => ids.has(id))
  return order[last + 1]?.id ?? null
}

/** The cell at a point of the window. */
export function cellAt(x: number, y: number): HTMLElement | undefined {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, right, top, bottom } = cell.getBoundingClientRect()
    if (left <= x && x <= right && top <= y && y <= bottom) return cell
  }
  return undefined
}

export const nameOfCell = ({ dataset }: HTMLElement): CellName => ({
  column_id: dataset.column ?? '',
  lane: dataset.swimlane ?? '',
})

/** The cards of a cell that are in the page now. */
export const cardsInPage = (cell: HTMLElement): CardPlace[] =>
  [...cell.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
    const { top, height } = card.getBoundingClientRect()
    return { id: card.dataset.card ?? '', middle: top + height / 2 }
  })
