import { toDay } from '@milepost/schedule/day-number'
import {
  BarMarks,
  BaselineShape,
  GhostShape,
  MilestoneGhost,
  MilestoneShape,
  SummaryShape,
  TaskShape,
} from './BarShapes.tsx'
import {
  type Chart,
  extentOf,
  isCritical,
  middleOf,
  milestoneLabel,
  milestoneState,
  servedSpan,
} from './chart.ts'
import type { TimelineRow } from './rows.ts'
import { type Span, sameSpan } from './spans.ts'
import { texts } from './texts.ts'

interface RowShapeProps {
  chart: Pick<Chart, 'axis' | 'baseline' | 'showCritical' | 'today'>
  row: TimelineRow
  /** Where it is shown, when that is not where it lies. */
  shown?: Span | undefined
}

/** What a row draws into the chart, from the top of the row. The screen and the exports share it. */
export function RowShape({ chart, row, shown }: RowShapeProps) {
  const { axis, baseline, showCritical, today } = chart
  const served = servedSpan(row)
  const before = baseline.get(row.id)
  if (row.kind === 'milestone') {
    const { due_date, original_due_date } = row.milestone
    const promised = before?.finish ?? toDay(original_due_date)
    return (
      <>
        {promised !== toDay(due_date) && <MilestoneGhost x={middleOf(axis, promised)} />}
        {served && (
          <MilestoneShape
            x={middleOf(axis, served.due)}
            state={milestoneState(row.milestone, today)}
            label={milestoneLabel(row.milestone)}
          />
        )}
      </>
    )
  }
  const span = shown ?? served
  const bar = span && extentOf(axis, span)
  const parent = row.kind === 'task' && row.parent
  const task = row.kind === 'task' ? row.task : undefined
  const critical = isCritical(task, showCritical)
  return (
    <>
      {before && (
        <BaselineShape
          {...extentOf(axis, { start: before.start, due: before.finish })}
          summary={parent}
        />
      )}
      {shown && served && !sameSpan(shown, served) && <GhostShape {...extentOf(axis, served)} />}
      {bar && parent && <SummaryShape {...bar} critical={critical} />}
      {bar && !parent && (
        <TaskShape {...bar} done={task?.completion_percentage ?? 0} critical={critical} />
      )}
      {bar && task && !parent && (
        <BarMarks
          x={bar.x + bar.width}
          status={task.status}
          freeze={task.freeze === undefined ? undefined : texts.freezeOf(task.freeze)}
        />
      )}
    </>
  )
}
