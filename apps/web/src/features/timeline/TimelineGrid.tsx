import { clsx } from 'clsx'
import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useMemo } from 'react'
import { AxisHeader } from './AxisHeader.tsx'
import { ticksBetween } from './axis.ts'
import { Backdrop } from './Backdrop.tsx'
import { ChartRow } from './ChartRow.tsx'
import type { Chart } from './chart.ts'
import { LinkDraftLine, LinkLayer } from './LinkLayer.tsx'
import type { DrawnLink } from './links.ts'
import { headerHeight, rowHeight } from './measures.ts'
import { templateOf } from './RowCells.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import { texts } from './texts.ts'
import type { ColumnName } from './view-options.ts'
import type { Drawn } from './visible.ts'

interface TimelineGridProps {
  scroller: RefObject<HTMLDivElement | null>
  svg: RefObject<SVGSVGElement | null>
  chart: Chart
  drawn: Drawn
  drawnLinks: DrawnLink[]
  tableWidth: number
  /** Of the chart on the screen. */
  height: number
  columns: readonly ColumnName[]
  active: number
  /** The reader has been in a row. */
  selects: boolean
  movable: boolean
  onFold: (id: string) => void
  onOpen: (id: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onPress: (event: PointerEvent<HTMLElement>) => void
}

/** The pattern of the ARIA practices: a table whose rows fold and take the focus. */
const treegrid = { role: 'treegrid' }

/** Table and chart in one scroll container, so that the browser itself keeps them together. */
export function TimelineGrid(props: TimelineGridProps) {
  const { scroller, svg, chart, drawn, tableWidth, columns, active, movable } = props
  const { axis, rows } = chart
  const bodyHeight = Math.max(rows.length * rowHeight, props.height)
  const ticks = useMemo(
    () => ticksBetween(axis, drawn.xFrom, drawn.xTo),
    [axis, drawn.xFrom, drawn.xTo],
  )
  const indexes = indexesOf(drawn, rows.length, active)
  return (
    <div
      ref={scroller}
      onPointerDown={props.onPress}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface"
    >
      <div
        className="relative"
        style={{ width: tableWidth + axis.width, height: headerHeight + bodyHeight }}
      >
        <table
          {...treegrid}
          aria-label={texts.grid}
          aria-rowcount={rows.length + 1}
          onKeyDown={props.onKeyDown}
          className="block h-full w-full"
        >
          <thead className="sticky top-0 z-(--z-sticky) block">
            <tr aria-rowindex={1} className="flex border-line border-b">
              <TableHeader columns={columns} width={tableWidth} />
              <td aria-hidden="true" className="block">
                <AxisHeader chart={chart} ticks={ticks} tableWidth={tableWidth} />
              </td>
            </tr>
          </thead>
          <tbody className="absolute inset-x-0 bottom-0 block" style={{ top: headerHeight }}>
            {indexes.map((index) => {
              const row = rows[index]
              return (
                row && (
                  <TimelineRow
                    key={row.id}
                    chart={chart}
                    row={row}
                    index={index}
                    active={index === active}
                    selected={index === active && props.selects}
                    tableWidth={tableWidth}
                    columns={columns}
                    onFold={props.onFold}
                    onOpen={props.onOpen}
                  />
                )
              )
            })}
          </tbody>
        </table>
        <svg
          ref={svg}
          aria-hidden="true"
          data-chart
          width={axis.width}
          height={bodyHeight}
          className="pointer-events-none absolute z-1 block select-none"
          style={{ left: tableWidth, top: headerHeight }}
        >
          <Backdrop
            chart={chart}
            ticks={ticks}
            xFrom={drawn.xFrom}
            xTo={drawn.xTo}
            height={bodyHeight}
            patternId="timeline-freeze"
          />
          <LinkLayer chart={chart} drawnLinks={props.drawnLinks} />
          <Bars chart={chart} drawn={drawn} movable={movable} />
          <LinkDraftLine chart={chart} />
        </svg>
        <TableGround width={tableWidth} height={bodyHeight} />
      </div>
    </div>
  )
}

/** What is drawn, and the row that has the focus wherever it is. */
function indexesOf({ rowFrom, rowTo }: Drawn, count: number, active: number): number[] {
  const indexes = Array.from({ length: Math.min(rowTo, count) - rowFrom }, (_, at) => rowFrom + at)
  if (active < rowFrom) return [active, ...indexes]
  if (active >= rowTo && active < count) return [...indexes, active]
  return indexes
}

const Bars = memo(function Bars({
  chart,
  drawn,
  movable,
}: Pick<TimelineGridProps, 'chart' | 'drawn' | 'movable'>) {
  return chart.rows
    .slice(drawn.rowFrom, drawn.rowTo)
    .map((row, at) => (
      <ChartRow
        key={row.id}
        chart={chart}
        row={row}
        index={drawn.rowFrom + at}
        xFrom={drawn.xFrom}
        xTo={drawn.xTo}
        movable={movable}
      />
    ))
})

/** Below the last row the chart goes on, the table does not. */
const TableGround = ({ width, height }: { width: number; height: number }) => (
  <div
    aria-hidden="true"
    className="pointer-events-none absolute inset-x-0"
    style={{ top: headerHeight, height }}
  >
    <div
      className="sticky left-0 z-1 h-full border-line-strong border-r bg-surface"
      style={{ width }}
    />
  </div>
)

const TableHeader = ({ columns, width }: { columns: readonly ColumnName[]; width: number }) => (
  <th
    scope="col"
    data-table
    className="sticky left-0 z-2 grid flex-none items-end gap-x-1.5 border-line-strong border-r bg-sunken pr-3 pb-[5px] pl-4 text-left font-normal text-ink-3 text-xs max-sm:pl-2"
    style={{ width, height: headerHeight, gridTemplateColumns: templateOf(columns) }}
  >
    <span>{texts.columns.task}</span>
    <span />
    {columns.map((name) => (
      <span key={name} className={clsx('whitespace-nowrap', name !== 'key' && 'text-right')}>
        {texts.columns[name]}
      </span>
    ))}
  </th>
)
