import type { LinkType, TimelineLink } from '@milepost/api-contracts/timeline'
import { rowHeight } from './measures.ts'

/** Where a bar's ends are, and the row it lies in. */
export interface Place {
  row: number
  left: number
  right: number
}

export type Point = readonly [x: number, y: number]

/** How far an arrow goes out of a bar before it turns, and how near to the bar's end it comes in. */
const out = 7
const inset = 5.5
const barTop = 7
const barBottom = 19
const barMiddle = 13

/**
 * An arrow between two bars, as corners of a line with right angles. It comes in from above or below
 * when the successor's bar is where the arrow can reach it, else it turns back between the rows; links
 * that pair the same ends go around them.
 */
export function routeLink(type: LinkType, from: Place, to: Place): Point[] {
  const y1 = from.row * rowHeight + barMiddle
  const down = to.row >= from.row
  const entry = to.row * rowHeight + (down ? barTop : barBottom)
  const rightward = type === 'FS' || type === 'FF'
  const x1 = rightward ? from.right : from.left

  if (type === 'SS' || type === 'FF') {
    const x2 = type === 'SS' ? to.left : to.right
    const turn = type === 'SS' ? Math.min(x1, x2) - out - 2 : Math.max(x1, x2) + out + 2
    const y2 = to.row * rowHeight + barMiddle
    return [
      [x1, y1],
      [turn, y1],
      [turn, y2],
      [x2, y2],
    ]
  }
  const near =
    type === 'FS' ? Math.min(to.left + inset, to.right) : Math.max(to.right - inset, to.left)
  const turn = type === 'FS' ? Math.max(x1 + out, near) : Math.min(x1 - out, near)
  const reaches =
    type === 'FS' ? turn <= Math.max(near, to.right - 2) : turn >= Math.min(near, to.left + 2)
  if (reaches)
    return [
      [x1, y1],
      [turn, y1],
      [turn, entry],
    ]
  const back = rightward ? x1 + out : x1 - out
  const gap = (down ? to.row : to.row + 1) * rowHeight
  return [
    [x1, y1],
    [back, y1],
    [back, gap],
    [near, gap],
    [near, entry],
  ]
}

const radius = 3
const cut = (value: number) => Math.round(value * 10) / 10

/** The line through the corners, rounded where it turns. */
export function linePath(points: readonly Point[]): string {
  let path = ''
  for (const [index, [x, y]] of points.entries()) {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before) path += `M${cut(x)} ${cut(y)}`
    else if (!after) path += `L${cut(x)} ${cut(y)}`
    else {
      const from = towards([x, y], before)
      const to = towards([x, y], after)
      path += `L${cut(from[0])} ${cut(from[1])}Q${cut(x)} ${cut(y)} ${cut(to[0])} ${cut(to[1])}`
    }
  }
  return path
}

/** At most the radius away from a corner, and never past half of the way. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - x, toY - y)
  const step = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return [x + (toX - x) * step, y + (toY - y) * step]
}

/** The head at the end of the line, pointing on. */
export function headPath(points: readonly Point[]): string {
  const [x, y] = points.at(-1) ?? [0, 0]
  const [fromX, fromY] = points.at(-2) ?? [x, y - 1]
  if (fromX !== x) {
    const back = x > fromX ? -5 : 5
    return `M${cut(x + back)} ${cut(y - 3.5)}v7L${cut(x)} ${cut(y)}z`
  }
  const back = y >= fromY ? -5 : 5
  return `M${cut(x - 3.5)} ${cut(y + back)}h7L${cut(x)} ${cut(y)}z`
}

/** Links by the rows that they join, so that only those near the viewport are looked at closer. */
export interface LinkIndex {
  links: TimelineLink[]
  /** Row of the predecessor and of the successor, by the link's place in `links`. */
  from: Int32Array
  to: Int32Array
}

/** Leaves out what begins and ends in one row, and what has an end that is not shown. */
export function indexLinks(
  links: readonly TimelineLink[],
  rowOf: ReadonlyMap<string, number>,
): LinkIndex {
  const shown = links.filter(({ predecessor_id, successor_id }) => {
    const from = rowOf.get(predecessor_id)
    const to = rowOf.get(successor_id)
    return from !== undefined && to !== undefined && from !== to
  })
  return {
    links: shown,
    from: Int32Array.from(shown, (link) => rowOf.get(link.predecessor_id) ?? 0),
    to: Int32Array.from(shown, (link) => rowOf.get(link.successor_id) ?? 0),
  }
}

export interface DrawnLink {
  link: TimelineLink
  points: Point[]
}

/** The part of the chart that is drawn: rows from `rowFrom` up to `rowTo`, x likewise. */
export interface Part {
  rowFrom: number
  rowTo: number
  xFrom: number
  xTo: number
}

/** The links of which something crosses the part, with their lines. */
export function linksIn(
  { links, from, to }: LinkIndex,
  part: Part,
  placeOf: (taskId: string, row: number) => Place | undefined,
): DrawnLink[] {
  const drawn: DrawnLink[] = []
  for (let index = 0; index < links.length; index++) {
    const a = from[index] ?? 0
    const b = to[index] ?? 0
    if ((a < part.rowFrom && b < part.rowFrom) || (a >= part.rowTo && b >= part.rowTo)) continue
    const link = links[index]
    const start = link && placeOf(link.predecessor_id, a)
    const end = link && placeOf(link.successor_id, b)
    if (!link || !start || !end) continue
    const points = routeLink(link.type, start, end)
    if (crosses(points, part)) drawn.push({ link, points })
  }
  return drawn
}

function crosses(points: readonly Point[], { rowFrom, rowTo, xFrom, xTo }: Part): boolean {
  const top = rowFrom * rowHeight
  const bottom = rowTo * rowHeight
  for (let index = 1; index < points.length; index++) {
    const [ax, ay] = points[index - 1] ?? [0, 0]
    const [bx, by] = points[index] ?? [0, 0]
    if (Math.max(ax, bx) < xFrom || Math.min(ax, bx) > xTo) continue
    if (Math.max(ay, by) >= top && Math.min(ay, by) <= bottom) return true
  }
  return false
}

/** The link whose line passes nearest to a point, within a finger's width of it. */
export function linkAt(
  drawn: readonly DrawnLink[],
  [x, y]: Point,
  within = 5,
): TimelineLink | undefined {
  let best: TimelineLink | undefined
  let bestDistance = within
  for (const { link, points } of drawn) {
    for (let index = 1; index < points.length; index++) {
      const [ax, ay] = points[index - 1] ?? [0, 0]
      const [bx, by] = points[index] ?? [0, 0]
      const dx = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx))
      const dy = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by))
      const distance = Math.hypot(dx, dy)
      if (distance < bestDistance) {
        best = link
        bestDistance = distance
      }
    }
  }
  return best
}

/** "+2 d", "−4 h": working time, 8 hours to a day. */
export function lagLabel(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+'
  const size = Math.abs(minutes)
  return size % 480 === 0 ? `${sign}${size / 480} d` : `${sign}${Math.round(size / 6) / 10} h`
}
