export type Side = 'up' | 'down'

export interface LabelPlace {
  side: Side
  /** 0 is nearest to the axis. */
  level: number
}

/** What a label covers along the axis, and where the line to its mark runs, in pixels. */
export interface LabelExtent {
  start: number
  end: number
  mark: number
}

/**
 * A place for each label, so that no two of one side and level touch and no line to a mark runs
 * through a label. From left to right in turn, if that needs one level only; else the earlier ones of
 * the list first, and null for whatever finds no room.
 */
export function placeLabels(
  labels: readonly LabelExtent[],
  levelsMax: number,
): (LabelPlace | null)[] {
  return placeInTurn(labels) ?? placeByRank(labels, levelsMax)
}

/** From left to right, above and below in turn; undefined when one level does not hold them. */
function placeInTurn(labels: readonly LabelExtent[]): LabelPlace[] | undefined {
  const ends: Record<Side, number> = {
    up: Number.NEGATIVE_INFINITY,
    down: Number.NEGATIVE_INFINITY,
  }
  const places: LabelPlace[] = []
  let wished: Side = 'up'
  const fromLeft = labels.map((label, at) => ({ ...label, at })).sort((a, b) => a.start - b.start)
  for (const { start, end, at } of fromLeft) {
    const side: Side = ends[wished] < start ? wished : opposite(wished)
    if (ends[side] >= start) return undefined
    ends[side] = end
    places[at] = { side, level: 0 }
    wished = opposite(side)
  }
  return places
}

function placeByRank(labels: readonly LabelExtent[], levelsMax: number): (LabelPlace | null)[] {
  const taken: (LabelExtent & LabelPlace)[] = []
  const places = Array.from({ length: levelsMax }, (_, level): LabelPlace[] => [
    { side: 'up', level },
    { side: 'down', level },
  ]).flat()
  return labels.map((label) => {
    const place = places.find((one) =>
      taken.every((other) => other.side !== one.side || areApart({ ...label, ...one }, other)),
    )
    if (place) taken.push({ ...label, ...place })
    return place ?? null
  })
}

type Placed = LabelExtent & LabelPlace

/** Of two labels on one side: they share no level, or no pixel, and neither's line crosses the other. */
function areApart(one: Placed, other: Placed): boolean {
  if (one.level === other.level) return one.end < other.start || other.end < one.start
  const [near, far] = one.level < other.level ? [one, other] : [other, one]
  return far.mark < near.start || far.mark > near.end
}

const opposite = (side: Side): Side => (side === 'up' ? 'down' : 'up')

/**
 * A row for each mark, so that none hides another: 0 on the axis, 1 and more above it, −1 and less
 * below. The earlier ones of the list stay nearer to the axis.
 * @param apart of two marks in one row, at least, in pixels
 */
export function placeMarks(positions: readonly number[], apart: number): number[] {
  const taken: { position: number; row: number }[] = []
  const isFree = (position: number, row: number) =>
    taken.every((one) => one.row !== row || Math.abs(one.position - position) >= apart)
  return positions.map((position) => {
    let row = 0
    // 0, 1, −1, 2, −2 and so on.
    while (!isFree(position, row)) row = row > 0 ? -row : 1 - row
    taken.push({ position, row })
    return row
  })
}
