import type { PortfolioMilestone } from '@milepost/api-contracts/portfolio'
import { daysBetween, formatDay } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import { firstOfMonth, nextMonth, positionOf } from './forecast-scale.ts'

export type Side = 'up' | 'down'

export interface AxisMilestone {
  milestone: PortfolioMilestone
  state: MilestoneState
  /** "Achieved 9 Oct, 4 d late". */
  note: string
  /** 0–100 from left to right. */
  position: number
  side: Side
  /** 0 is nearest to the axis. */
  level: number
  /** The label ends at its mark instead of beginning there. */
  endsAtMark: boolean
}

export interface MilestoneAxis {
  from: string
  to: string
  /** First days of the months inside, each with its position. */
  months: { date: string; position: number }[]
  /** How many levels of labels each side needs. */
  levels: { up: number; down: number }
  items: AxisMilestone[]
}

/** Pixels per character of a label's two lines, and beside it: a little more than Inter needs. */
const nameWidth = 7
const noteWidth = 6.3
const padding = 14

export const dayOf = ({ achieved_on, due_date }: PortfolioMilestone) => achieved_on ?? due_date

export function stateOf(milestone: PortfolioMilestone, today: string): MilestoneState {
  if (milestone.status === 'achieved') return 'achieved'
  if (milestone.status === 'missed') return 'missed'
  return milestone.at_risk || milestone.due_date < today ? 'at_risk' : 'coming'
}

export function noteOf(milestone: PortfolioMilestone, today: string): string {
  const { status, due_date, original_due_date, achieved_on } = milestone
  if (status === 'achieved') {
    const late = daysBetween(original_due_date, achieved_on ?? due_date)
    const day = `Achieved ${formatDay(achieved_on ?? due_date)}`
    return late === 0 ? day : `${day}, ${Math.abs(late)} d ${late > 0 ? 'late' : 'early'}`
  }
  if (status === 'missed') return `Missed, was due ${formatDay(due_date)}`
  const over = daysBetween(due_date, today)
  if (over > 0) return `Due ${formatDay(due_date)}, ${plural(over, 'day')} over`
  if (due_date !== original_due_date) {
    return `${formatDay(due_date)}, first promised ${formatDay(original_due_date)}`
  }
  return milestone.at_risk ? `${formatDay(due_date)}, at risk` : formatDay(due_date)
}

/**
 * Places the milestones on one line of time so that no two labels touch: below and above in turn,
 * further out where there is no room.
 * @param width of the axis in pixels
 */
export function layOutMilestones(
  milestones: readonly PortfolioMilestone[],
  today: string,
  width: number,
): MilestoneAxis {
  const days = [today, ...milestones.map(dayOf)].sort()
  const from = firstOfMonth(days[0] ?? today)
  const to = nextMonth(days.at(-1) ?? today)
  const scale = { from, to }
  const months = []
  for (let date = from; date < to; date = nextMonth(date)) {
    months.push({ date, position: positionOf(scale, date) })
  }

  const ordered = [...milestones].sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  const labels = ordered.map((milestone) => {
    const note = noteOf(milestone, today)
    const position = positionOf(scale, dayOf(milestone))
    const mark = (position / 100) * width
    const length = Math.max(milestone.name.length * nameWidth, note.length * noteWidth) + padding
    const endsAtMark = mark + length > width
    const start = endsAtMark ? mark - length : mark - 7
    return { milestone, note, position, endsAtMark, start, end: start + length }
  })
  const places = packLabels(labels)
  const items = labels.flatMap(({ start: _start, end: _end, ...label }, at): AxisMilestone[] => {
    const place = places[at]
    return place ? [{ ...label, ...place, state: stateOf(label.milestone, today) }] : []
  })
  const levelsOf = (side: Side) =>
    Math.max(1, ...places.map((place) => (place.side === side ? place.level + 1 : 1)))
  return { from, to, months, items, levels: { up: levelsOf('up'), down: levelsOf('down') } }
}

/**
 * Above and below in turn; where that is taken, the other side, else one level further out. Two
 * labels of one side and level never touch.
 */
export function packLabels(
  labels: readonly { start: number; end: number }[],
): { side: Side; level: number }[] {
  const ends: Record<Side, number[]> = { up: [], down: [] }
  const isFree = (side: Side, level: number, start: number) =>
    (ends[side][level] ?? Number.NEGATIVE_INFINITY) < start
  let wished: Side = 'up'
  return labels.map(({ start, end }) => {
    const other: Side = wished === 'up' ? 'down' : 'up'
    let level = 0
    while (!isFree(wished, level, start) && !isFree(other, level, start)) level += 1
    const side = isFree(wished, level, start) ? wished : other
    ends[side][level] = end
    wished = side === 'up' ? 'down' : 'up'
    return { side, level }
  })
}

/** How many were achieved, and how many are still to come. */
export function countMilestones(milestones: readonly PortfolioMilestone[]): string {
  const achieved = milestones.filter(({ status }) => status === 'achieved').length
  const coming = milestones.filter(({ status }) => status === 'upcoming').length
  const missed = milestones.length - achieved - coming
  return [
    `${achieved} achieved`,
    ...(missed > 0 ? [`${missed} missed`] : []),
    `${coming} coming`,
  ].join(', ')
}
