import type { PortfolioMilestone } from '@milepost/api-contracts/portfolio'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import { firstOfMonth, nextMonth, positionOf } from './forecast-scale.ts'
import { type LabelPlace, placeLabels, type Side } from './label-places.ts'
import { byUrgency, dayOf, noteOf, stateOf } from './milestone-notes.ts'

export interface AxisMilestone {
  milestone: PortfolioMilestone
  state: MilestoneState
  /** "Achieved 9 Oct, 4 d late". */
  note: string
  /** 0–100 from left to right. */
  position: number
  /** Where its label is; null when there was no room for one. */
  place: LabelPlace | null
  /** The label ends at its mark instead of beginning there. */
  endsAtMark: boolean
}

export interface MilestoneAxis {
  from: string
  to: string
  /** First days of the months inside; one too near to today has no name. */
  months: { date: string; position: number; named: boolean }[]
  /** How many levels of labels each side needs. */
  levels: { up: number; down: number }
  items: AxisMilestone[]
}

/** Pixels per character of a label's two lines, and beside it: a little more than Inter needs. */
const nameWidth = 7
const noteWidth = 6.3
const padding = 14
/** What the word at the line of today takes, and as much before it. */
const todayWidth = 44

/**
 * Places the milestones on one line of time so that no two labels touch: above and below in turn,
 * further out where there is no room. What finds no room on the levels there are keeps its mark only.
 * @param width of the axis in pixels
 * @param levelsMax of labels on each side
 */
export function layOutMilestones(
  milestones: readonly PortfolioMilestone[],
  today: string,
  width: number,
  levelsMax = Number.POSITIVE_INFINITY,
): MilestoneAxis {
  const days = [today, ...milestones.map(dayOf)].sort()
  const from = firstOfMonth(days[0] ?? today)
  const to = nextMonth(days.at(-1) ?? today)
  const scale = { from, to }
  const toPixels = (date: string) => (positionOf(scale, date) / 100) * width

  const months = []
  for (let date = from; date < to; date = nextMonth(date)) {
    const named = Math.abs(toPixels(date) - toPixels(today)) > todayWidth
    months.push({ date, position: positionOf(scale, date), named })
  }
  const labels = byUrgency(milestones, today).map((milestone) => {
    const note = noteOf(milestone, today)
    const mark = toPixels(dayOf(milestone))
    const length = Math.max(milestone.name.length * nameWidth, note.length * noteWidth) + padding
    const endsAtMark = mark + length > width
    const start = endsAtMark ? mark - length : mark - 7
    return { milestone, note, endsAtMark, start, end: start + length }
  })
  const places = placeLabels(labels, levelsMax)
  const items = labels
    .map(({ milestone, note, endsAtMark }, at) => ({
      milestone,
      note,
      endsAtMark,
      state: stateOf(milestone, today),
      position: positionOf(scale, dayOf(milestone)),
      place: places[at] ?? null,
    }))
    .sort((a, b) => a.position - b.position)
  const levelsOf = (side: Side) =>
    Math.max(1, ...places.map((place) => (place?.side === side ? place.level + 1 : 1)))
  return { from, to, months, items, levels: { up: levelsOf('up'), down: levelsOf('down') } }
}
