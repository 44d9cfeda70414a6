import { clsx } from 'clsx'
import { Link } from 'react-router'
import { formatMonth } from '#shared/format/dates.ts'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { VisuallyHidden } from '#shared/ui/VisuallyHidden.tsx'
import { positionOf } from './forecast-scale.ts'
import type { LabelPlace } from './label-places.ts'
import type { AxisMilestone, MilestoneAxis } from './milestone-axis.ts'
import { texts } from './texts.ts'

interface MilestoneLineProps {
  axis: MilestoneAxis
  today: string
}

/** Height of one level of labels, in pixels, and what the first level needs beside it. */
const level = 36
const top = 25
const bottom = 38

export function MilestoneLine({ axis, today }: MilestoneLineProps) {
  const axisTop = top + axis.levels.up * level
  return (
    <div
      className="relative"
      style={{ height: `${axisTop + axis.levels.down * level + bottom + 1}px` }}
    >
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
            <Mark item={item} axisTop={axisTop} />
            {item.place && <Label item={item} place={item.place} axisTop={axisTop} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface OnAxisProps {
  item: AxisMilestone
  axisTop: number
}

/** Without a label of its own beside it, the mark says in a tooltip what it is, and leads there. */
function Mark({ item: { milestone, note, state, place }, axisTop }: OnAxisProps) {
  const mark = <MilestoneMark state={state} />
  return (
    <span
      className="absolute -left-[7px] rounded-[2px] bg-surface"
      style={{ top: `${axisTop - 7}px` }}
    >
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

function Label({ item, place: { side, level: at }, axisTop }: OnAxisProps & { place: LabelPlace }) {
  const { milestone, note, state, endsAtMark } = item
  const y = side === 'up' ? axisTop - 12 - (at + 1) * level : axisTop + 11 + at * level
  return (
    <Link
      to={`/projects/${milestone.project.id}/milestones`}
      title={milestone.project.name}
      className={clsx(
        'absolute whitespace-nowrap bg-surface',
        endsAtMark ? '-right-[7px] pl-1 text-right' : '-left-[7px] pr-1',
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
