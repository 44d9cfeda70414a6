export type Side = 'up' | 'down'

export interface LabelPlace {
  side: Side
  /** 0 is nearest to the axis. */
  level: number
}

/** What a label covers along the axis, in pixels. */
export interface Interval {
  start: number
  end: number
}

/**
 * A place for each label, so that two of one side and level never touch. All of them from left to
 * right and in turn, if the levels are enough for that; else the earlier ones of the list first, and
 * null for whatever finds no room.
 */
export function placeLabels(labels: readonly Interval[], levelsMax: number): (LabelPlace | null)[] {
  const inTurn = placeInTurn(labels)
  if (inTurn.every(({ level }) => level < levelsMax)) return inTurn
  return placeByRank(labels, levelsMax)
}

/** From left to right: above and below in turn, further out where both are taken. */
function placeInTurn(labels: readonly Interval[]): LabelPlace[] {
  const ends: Record<Side, number[]> = { up: [], down: [] }
  const places: LabelPlace[] = []
  let wished: Side = 'up'
  const fromLeft = labels.map((label, at) => ({ ...label, at })).sort((a, b) => a.start - b.start)
  for (const { start, end, at } of fromLeft) {
    const isFree = (side: Side, level: number) =>
      (ends[side][level] ?? Number.NEGATIVE_INFINITY) < start
    const other = opposite(wished)
    let level = 0
    while (!isFree(wished, level) && !isFree(other, level)) level += 1
    const side = isFree(wished, level) ? wished : other
    ends[side][level] = end
    places[at] = { side, level }
    wished = opposite(side)
  }
  return places
}

function placeByRank(labels: readonly Interval[], levelsMax: number): (LabelPlace | null)[] {
  const taken: (Interval & LabelPlace)[] = []
  const isFree = ({ side, level }: LabelPlace, { start, end }: Interval) =>
    taken.every(
      (one) => one.side !== side || one.level !== level || end < one.start || one.end < start,
    )
  const places = Array.from({ length: levelsMax }, (_, level): LabelPlace[] => [
    { side: 'up', level },
    { side: 'down', level },
  ]).flat()
  return labels.map((label) => {
    const place = places.find((one) => isFree(one, label)) ?? null
    if (place) taken.push({ ...label, ...place })
    return place
  })
}

const opposite = (side: Side): Side => (side === 'up' ? 'down' : 'up')
