import { toDate } from '@milepost/schedule/day-number'
import { formatNumber, formatPercent, formatSigned } from '#shared/format/numbers.ts'
import { axisDay } from './axis-day.ts'
import type { TimelineRow } from './rows.ts'
import type { Span } from './spans.ts'
import type { ColumnName } from './view-options.ts'

interface CellFacts {
  projectKey: string
  row: TimelineRow
  span: Span | undefined
  variance: number | undefined
}

/** What a row says in a column. */
export function cellText(name: ColumnName, { projectKey, row, span, variance }: CellFacts): string {
  const task = row.kind === 'task' ? row.task : undefined
  switch (name) {
    case 'key':
      return task ? `${projectKey}-${task.number}` : ''
    case 'start':
      return span && row.kind !== 'milestone' ? axisDay(toDate(span.start)) : ''
    case 'due':
      return span ? axisDay(toDate(span.due)) : ''
    case 'done':
      return task ? formatPercent(task.completion_percentage) : ''
    case 'float':
      return task?.total_float_days === undefined ? '' : `${formatNumber(task.total_float_days)} d`
    case 'variance':
      return variance === undefined ? '' : `${formatSigned(variance)} d`
  }
}
