import { clsx } from 'clsx'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { cellText } from './cell-text.ts'
import { type Chart, milestoneState, titleOfRow, varianceOf, varianceTone } from './chart.ts'
import type { TimelineRow } from './rows.ts'
import type { Span } from './spans.ts'
import { texts } from './texts.ts'
import { type ColumnName, columnWidths } from './view-options.ts'

/** The columns of table and header: title, who, then figures. */
export const templateOf = (columns: readonly ColumnName[]) =>
  `minmax(0,1fr) 20px ${columns.map((name) => `${columnWidths[name]}px`).join(' ')}`

interface RowCellsProps {
  chart: Chart
  row: TimelineRow
  /** Where the bar is shown now. */
  span: Span | undefined
  columns: readonly ColumnName[]
  onFold: (id: string) => void
  onOpen: (id: string) => void
}

const tones = {
  red: 'font-medium text-red-fg',
  amber: 'font-medium text-amber-fg',
  plain: 'text-ink-2',
  none: 'text-ink-3',
}
const indent = 22
const deepest = 6

export function RowCells({ chart, row, span, columns, onFold, onOpen }: RowCellsProps) {
  const task = row.kind === 'task' ? row.task : undefined
  const variance = varianceOf(chart, row.id, span)
  const who = task?.assignee_id && chart.names.get(task.assignee_id)
  const title = titleOfRow(row)
  return (
    <>
      <span
        className="flex min-w-0 items-center gap-2"
        style={{ paddingLeft: Math.min(row.depth, deepest) * indent }}
      >
        <Fold row={row} title={title} onFold={onFold} />
        <RowMark chart={chart} row={row} />
        {task ? (
          <button
            type="button"
            tabIndex={-1}
            title={title}
            onClick={() => onOpen(row.id)}
            className="min-w-0 truncate hover:underline"
          >
            {title}
          </button>
        ) : (
          <span title={title} className="min-w-0 truncate">
            {title}
          </span>
        )}
      </span>
      <span>{who && <Avatar name={who} />}</span>
      {columns.map((name) => (
        <span
          key={name}
          className={clsx(
            'whitespace-nowrap text-xs tabular-nums',
            name === 'key' ? 'text-ink-3' : 'text-right',
            name === 'variance' && variance !== undefined
              ? tones[varianceTone(variance)]
              : 'text-ink-2',
          )}
        >
          {cellText(name, { projectKey: chart.key, row, span, variance })}
        </span>
      ))}
    </>
  )
}

function Fold({ row, title, onFold }: Pick<RowCellsProps, 'row' | 'onFold'> & { title: string }) {
  if (row.kind !== 'task' || !row.parent) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={row.collapsed ? texts.unfold(title) : texts.fold(title)}
      onClick={() => onFold(row.id)}
      className="relative -m-1 flex-none p-1 text-ink-3 hover:text-ink"
    >
      <Icon name={row.collapsed ? 'next' : 'down'} size={14} />
    </button>
  )
}

function RowMark({ chart, row }: Pick<RowCellsProps, 'chart' | 'row'>) {
  if (row.kind === 'milestone')
    return <MilestoneMark state={milestoneState(row.milestone, chart.today)} />
  if (row.kind === 'external') return <Icon name="leave" size={14} className="text-ink-3" />
  if (row.parent) return null
  return <StatusMark status={row.task.status} label={statusWord[row.task.status]} />
}
