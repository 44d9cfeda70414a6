import { formatPercent, plural } from '#shared/format/numbers.ts'
import { type Chart, milestoneState, nameOfRow, rangeOf, varianceOf } from './chart.ts'
import type { TimelineRow } from './rows.ts'
import type { Span } from './spans.ts'
import { texts } from './texts.ts'

/** A row in words, with what the chart only draws. */
export function sayRow(chart: Chart, row: TimelineRow, span: Span | undefined): string {
  const said = [nameOfRow(chart.key, row), rangeOf(span)]
  if (row.kind === 'milestone')
    said.push(texts.milestoneWords[milestoneState(row.milestone, chart.today)])
  const variance = varianceOf(chart, row.id, span)
  if (variance) said.push(texts.lateBy(plural(Math.abs(variance), 'working day'), variance > 0))
  if (row.kind !== 'task') return said.join(', ')
  const { completion_percentage, critical, freeze } = row.task
  said.push(texts.doneBy(formatPercent(completion_percentage)))
  if (critical && chart.showCritical) said.push(texts.legend.critical.toLowerCase())
  if (freeze !== undefined) said.push(texts.freezeOf(freeze))
  return said.join(', ')
}
