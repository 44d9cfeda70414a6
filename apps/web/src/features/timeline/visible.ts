import { rowHeight } from './measures.ts'

/** What is drawn: rows and pixels of the chart, the ends exclusive. */
export interface Drawn {
  rowFrom: number
  rowTo: number
  xFrom: number
  xTo: number
}

interface Viewport {
  scrollTop: number
  scrollLeft: number
  /** Of the chart, without the table and the header. */
  width: number
  height: number
}

/** Drawn beyond the edge, so that a scroll shows what is there already. */
const rowsBeyond = 10
const pixelsBeyond = 400
/** Redrawn when a scroll has gone so far; a smaller step would draw at every frame. */
const rowStep = 4
const pixelStep = 320

/** What to draw for a place of the scroll bars. The same for all places of one step. */
export function drawnAt(
  { scrollTop, scrollLeft, width, height }: Viewport,
  rowCount: number,
): Drawn {
  const firstRow = Math.floor(scrollTop / rowHeight / rowStep) * rowStep
  const rows = Math.ceil(height / rowHeight / rowStep) * rowStep + rowStep
  const firstX = Math.floor(scrollLeft / pixelStep) * pixelStep
  const pixels = Math.ceil(width / pixelStep) * pixelStep + pixelStep
  return {
    rowFrom: Math.max(0, firstRow - rowsBeyond),
    rowTo: Math.min(rowCount, firstRow + rows + rowsBeyond),
    xFrom: Math.max(0, firstX - pixelsBeyond),
    xTo: firstX + pixels + pixelsBeyond,
  }
}

export const sameDrawn = (one: Drawn, other: Drawn) =>
  one.rowFrom === other.rowFrom &&
  one.rowTo === other.rowTo &&
  one.xFrom === other.xFrom &&
  one.xTo === other.xTo

/** The scroll that brings a row into view with as little as possible; undefined when it is in view. */
export function scrollToRow(
  row: number,
  { scrollTop, height }: Pick<Viewport, 'scrollTop' | 'height'>,
): number | undefined {
  const top = row * rowHeight
  if (top < scrollTop) return top
  if (top + rowHeight > scrollTop + height) return top + rowHeight - height
  return undefined
}
