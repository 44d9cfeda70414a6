import { clsx } from 'clsx'
import { Link } from 'react-router'
import { formatMonth } from '#shared/format/dates.ts'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { VisuallyHidden } from '#shared/ui/VisuallyHidden.tsx'
import { positionOf } from './forecast-scale.ts'
import type { LabelPlace, Side } from './label-places.ts'
import { type AxisMilestone, type MilestoneAxis, markStep } from './milestone-axis.ts'
import { texts } from './texts.ts'

interface MilestoneLineProps {
  axis: MilestoneAxis
  today: string
}

/** Height of one level of labels, in pixels, and what the first level needs beside it. */
const level = 36
const top = 25
const bottom = 38
/** Of a label's two lines. */
const labelHeight = 36

export function MilestoneLine({ axis, today }: MilestoneLineProps) {
  const above = axis.rows.up * markStep
  const below = axis.rows.down * markStep
  const axisTop = top + axis.levels.up * level + above
  const height = axisTop + below + axis.levels.down * level + bottom + 1
  const labelTop = ({ side, level: at }: LabelPlace) =>
    side === 'up' ? axisTop - above - 12 - (at + 1) * level : axisTop + below + 11 + at * level
  return (
    <div className="relative" style={{ height: `${height}px` }}>
      {axis.months.map(({ date, position, named }) => (
        <span key={date}>
          <i className="absolute inset-y-0 w-px bg-line" style={{ left: `${position}%` }} />
          {named && (
            <span
              className="absolute bottom-1.5 text-2xs text-ink-3"
              style={{ left: `calc(${position}% + 6px)` }}
            >
              {formatMonth(date)}
            </span>
          )}
        </span>
      ))}
      <i className="absolute inset-x-0 h-px bg-line-strong" style={{ top: `${axisTop}px` }} />
      <span
        className="absolute inset-y-0 w-px bg-today"
        style={{ left: `${positionOf(axis, today)}%` }}
      >
        <span className="absolute bottom-1.5 left-0.5 rounded-xs bg-surface px-[3px] text-2xs text-accent">
          {texts.now}
        </span>
      </span>
      <ul>
        {axis.items.map((item) => (
          <li
            key={item.milestone.id}
            className="absolute inset-y-0 w-0"
            style={{ left: `${item.position}%` }}
          >
            {item.place && (
              <>
                <Leader
                  from={labelTop(item.place)}
                  to={axisTop - item.row * markStep}
                  side={item.place.side}
                />
                <Label item={item} y={labelTop(item.place)} />
              </>
            )}
            <Mark item={item} y={axisTop - item.row * markStep} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface OnAxisProps {
  item: AxisMilestone
  /** In pixels from the top: the middle of the mark, or the top of the label. */
  y: number
}

/** Without a label of its own beside it, the mark says in a tooltip what it is, and leads there. */
function Mark({ item: { milestone, note, state, place }, y }: OnAxisProps) {
  const mark = <MilestoneMark state={state} />
  return (
    <span className="absolute -left-[7px]" style={{ top: `${y - 7}px` }}>
      {place ? (
        mark
      ) : (
        <Tooltip text={`${milestone.name}, ${milestone.project.name}. ${note}`}>
          <Link to={`/projects/${milestone.project.id}/milestones`} className="block">
            {mark}
            <VisuallyHidden>
              {milestone.name}. {note}
            </VisuallyHidden>
          </Link>
        </Tooltip>
      )}
    </span>
  )
}

/** From the far end of a label, along it, to its mark. */
const Leader = ({ from, to, side }: { from: number; to: number; side: Side }) => (
  <i
    className="absolute -left-px w-px bg-line-control"
    style={
      side === 'up'
        ? { top: `${from + 3}px`, height: `${to - from - 3}px` }
        : { top: `${to}px`, height: `${from + labelHeight - 3 - to}px` }
    }
  />
)

function Label({ item: { milestone, note, state, endsAtMark }, y }: OnAxisProps) {
  return (
    <Link
      to={`/projects/${milestone.project.id}/milestones`}
      title={milestone.project.name}
      className={clsx(
        'absolute whitespace-nowrap bg-surface',
        endsAtMark ? 'right-px pr-1.5 pl-1 text-right' : 'left-0 pr-1 pl-1.5',
      )}
      style={{ top: `${y}px` }}
    >
      <span className="block font-medium leading-4">{milestone.name}</span>
      <span className={clsx('block text-xs leading-5', noteTone[state])}>{note}</span>
    </Link>
  )
}

export const noteTone = {
  achieved: 'text-ink-3',
  coming: 'text-ink-3',
  at_risk: 'text-amber-fg',
  missed: 'text-red-fg',
}
