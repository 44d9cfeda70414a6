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

/** Wide enough for the longest label that fits nowhere else, in pixels per character at 13 px. */
const characterWidth = 7
const labelPadding = 14

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

  const ends: Record<Side, number[]> = { up: [], down: [] }
  let side: Side = 'up'
  const ordered = [...milestones].sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  const items = ordered.map((milestone): AxisMilestone => {
    const note = noteOf(milestone, today)
    const position = positionOf(scale, dayOf(milestone))
    const mark = (position / 100) * width
    const label = Math.max(milestone.name.length * characterWidth, note.length * 6.3) + labelPadding
    const endsAtMark = mark + label > width
    const start = endsAtMark ? mark - label : mark - 7
    const placed = place(ends, side, start)
    const levels = ends[placed.side]
    levels[placed.level] = start + label
    side = placed.side === 'up' ? 'down' : 'up'
    return { milestone, state: stateOf(milestone, today), note, position, endsAtMark, ...placed }
  })
  return {
    from,
    to,
    months,
    items,
    levels: { up: Math.max(1, ends.up.length), down: Math.max(1, ends.down.length) },
  }
}

/** The wished side, else the other one, else one level further out on the wished side. */
function place(
  ends: Record<Side, number[]>,
  wished: Side,
  start: number,
): { side: Side; level: number } {
  const other: Side = wished === 'up' ? 'down' : 'up'
  const fits = (side: Side, level: number) =>
    (ends[side][level] ?? Number.NEGATIVE_INFINITY) < start
  for (let level = 0; ; level += 1) {
    if (fits(wished, level)) return { side: wished, level }
    if (fits(other, level)) return { side: other, level }
  }
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
