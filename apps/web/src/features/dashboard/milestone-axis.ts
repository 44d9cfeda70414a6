import type { PortfolioMilestone } from '@milepost/api-contracts/portfolio'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import { firstOfMonth, nextMonth, positionOf } from './forecast-scale.ts'
import { type LabelPlace, placeLabels, placeMarks, type Side } from './label-places.ts'
import { byUrgency, dayOf, noteOf, stateOf } from './milestone-notes.ts'

export interface AxisMilestone {
  milestone: PortfolioMilestone
  state: MilestoneState
  /** "Achieved 9 Oct, 4 d late". */
  note: string
  /** 0–100 from left to right. */
  position: number
  /** Of its mark: 0 on the axis, 1 just above it, −1 just below. */
  row: number
  /** Where its label is; null when it has none. */
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
  levels: Record<Side, number>
  /** How many rows of marks each side needs beside the axis itself. */
  rows: Record<Side, number>
  items: AxisMilestone[]
}

/** Pixels per character of a label's two lines, and beside it: a little more than Inter needs. */
const nameWidth = 7
const noteWidth = 6.3
const padding = 20
/** What the word at the line of today takes, and as much before it. */
const todayWidth = 44
/** Of labels on each side, and pixels of the axis for each label: more are read by nobody. */
const levelsMax = 2
const widthPerLabel = 95
/** Marks this far apart, in pixels, do not touch; rows of them too. */
export const markStep = 13

/**
 * Places the milestones on one line of time. The most telling have labels, none of which touches
 * another; all have a mark that none hides.
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
  const toPixels = (date: string) => (positionOf(scale, date) / 100) * width

  const months = []
  for (let date = from; date < to; date = nextMonth(date)) {
    const named = Math.abs(toPixels(date) - toPixels(today)) > todayWidth
    months.push({ date, position: positionOf(scale, date), named })
  }
  const ranked = byUrgency(milestones, today).map((milestone) => {
    const note = noteOf(milestone, today)
    const mark = toPixels(dayOf(milestone))
    const length = Math.max(milestone.name.length * nameWidth, note.length * noteWidth) + padding
    const endsAtMark = mark + length > width
    const start = endsAtMark ? mark - length : mark
    return { milestone, note, mark, endsAtMark, start, end: start + length }
  })
  const labelled = ranked.slice(0, Math.max(4, Math.floor(width / widthPerLabel)))
  const places = placeLabels(labelled, levelsMax)
  const marks = placeMarks(
    ranked.map(({ mark }) => mark),
    markStep,
  )
  const items = ranked
    .map(({ milestone, note, endsAtMark }, at) => ({
      milestone,
      note,
      endsAtMark,
      state: stateOf(milestone, today),
      position: positionOf(scale, dayOf(milestone)),
      row: marks[at] ?? 0,
      place: places[at] ?? null,
    }))
    .sort((a, b) => a.position - b.position)
  const levelsOf = (side: Side) =>
    Math.max(1, ...places.map((place) => (place?.side === side ? place.level + 1 : 1)))
  return {
    ...{ from, to, months, items },
    levels: { up: levelsOf('up'), down: levelsOf('down') },
    rows: { up: Math.max(0, ...marks), down: Math.max(0, ...marks.map((row) => -row)) },
  }
}
