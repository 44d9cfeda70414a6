/** Which items of a lane are in the page, and the room that the others take above and below, in pixels. */
export interface LaneSpan {
  first: number
  /** The one after the last. */
  until: number
  above: number
  below: number
}

interface Lane {
  /** Of every item, in pixels. */
  heights: ArrayLike<number>
  /** What is wanted in the page, in pixels from the top of the lane. */
  from: number
  to: number
}

/** The items that reach into the pixels between `from` and `to`. */
export function spanOf({ heights, from, to }: Lane): LaneSpan {
  const count = heights.length
  const span: LaneSpan = { first: count, until: count, above: 0, below: 0 }
  let top = 0
  for (let index = 0; index < count; index += 1) {
    const bottom = top + (heights[index] ?? 0)
    if (bottom <= from) span.above = bottom
    else if (top < to) span.first = Math.min(span.first, index)
    else {
      span.first = Math.min(span.first, index)
      span.until = Math.min(span.until, index)
      span.below += bottom - top
    }
    top = bottom
  }
  return span
}
