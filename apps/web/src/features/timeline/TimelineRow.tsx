import { clsx } from 'clsx'
import { memo } from 'react'
import { type Chart, servedSpan } from './chart.ts'
import { rowHeight } from './measures.ts'
import { RowCells, templateOf } from './RowCells.tsx'
import type { TimelineRow as Row } from './rows.ts'
import { sayRow } from './say-row.ts'
import { useShownSpan } from './timeline-store.ts'
import type { ColumnName } from './view-options.ts'

interface TimelineRowProps {
  chart: Chart
  row: Row
  index: number
  /** The one that the Tab key reaches. */
  active: boolean
  selected: boolean
  columns: readonly ColumnName[]
  onFold: (id: string) => void
  onOpen: (id: string) => void
}

/** A row of the table. */
export const TimelineRow = memo(function TimelineRow({
  chart,
  row,
  index,
  active,
  selected,
  columns,
  onFold,
  onOpen,
}: TimelineRowProps) {
  const span = useShownSpan(row.id) ?? servedSpan(row)
  const parent = row.kind === 'task' && row.parent
  return (
    <tr
      data-row={row.id}
      tabIndex={active ? 0 : -1}
      aria-level={row.depth + 1}
      aria-rowindex={index + 1}
      aria-selected={selected}
      aria-expanded={parent ? !row.collapsed : undefined}
      aria-label={sayRow(chart, row, span)}
      aria-describedby="timeline-keys"
      className={clsx(
        'absolute left-0 block w-full focus-visible:outline-offset-[-2px]',
        selected ? 'bg-selected' : parent ? 'bg-sunken' : 'hover:bg-hover',
      )}
      style={{ top: index * rowHeight, height: rowHeight }}
    >
      <td
        className={clsx(
          'grid h-full items-center gap-x-1.5 pr-3 pl-4 shadow-[inset_0_-1px_0_var(--color-line)] max-sm:pl-2',
          parent && 'font-semibold',
        )}
        style={{ gridTemplateColumns: templateOf(columns) }}
      >
        <RowCells
          chart={chart}
          row={row}
          span={span}
          columns={columns}
          onFold={onFold}
          onOpen={onOpen}
        />
      </td>
    </tr>
  )
})
