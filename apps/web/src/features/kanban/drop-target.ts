import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { DropTarget } from './board.ts'

/** A card in the page: its id and where its middle is, in pixels from the window's top. */
export interface CardPlace {
  id: string
  middle: number
}

/**
 * Where a card held at `y` would land in a column, of whose cards only those near the window are
 * in the page. `order` is the whole column, top to bottom.
 */
export function targetAt(
  status: TaskStatus,
  order: readonly { id: string }[],
  inPage: readonly CardPlace[],
  y: number,
): DropTarget {
  const below = inPage
    .toSorted((one, other) => one.middle - other.middle)
    .find(({ middle }) => middle > y)
  if (below) return { status, before_id: below.id }
  // Below everything in the page: before the first card that is too far down to be there.
  const ids = new Set(inPage.map(({ id }) => id))
  const last = order.findLastIndex(({ id }) => ids.has(id))
  return { status, before_id: order[last + 1]?.id ?? null }
}

/** The column at a point of the window. */
export function columnAt(x: number, y: number): TaskStatus | undefined {
  for (const column of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, right, top, bottom } = column.getBoundingClientRect()
    if (left <= x && x <= right && top <= y && y <= bottom)
      return column.dataset.column as TaskStatus
  }
  return undefined
}

/** The cards of a column that are in the page now. */
export function cardsInPage(status: TaskStatus): CardPlace[] {
  const cards = document.querySelectorAll<HTMLElement>(`[data-lane="${status}"] [data-card]`)
  return [...cards].map((card) => {
    const { top, height } = card.getBoundingClientRect()
    return { id: card.dataset.card ?? '', middle: top + height / 2 }
  })
}
