import { clsx } from 'clsx'
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
} from 'react'
import { AxisHeader } from './AxisHeader.tsx'
import { ticksBetween } from './axis.ts'
import { Backdrop } from './Backdrop.tsx'
import { ChartRow } from './ChartRow.tsx'
import type { Chart } from './chart.ts'
import { LinkDraftLine, LinkLayer, useDrawnLinks } from './LinkLayer.tsx'
import type { DrawnLink } from './links.ts'
import { headerHeight, rowHeight } from './measures.ts'
import { templateOf } from './RowCells.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import { texts } from './texts.ts'
import { type Size, useDrawn } from './use-drawn.ts'
import type { ColumnName } from './view-options.ts'
import type { Drawn } from './visible.ts'

interface TimelineGridProps {
  scroller: RefObject<HTMLDivElement | null>
  svg: RefObject<SVGSVGElement | null>
  chart: Chart
  /** Of the chart on the screen. */
  size: Size
  /** Where the arrows that are drawn are told, for a press to find them. */
  drawnLinks: RefObject<DrawnLink[]>
  tableWidth: number
  columns: readonly ColumnName[]
  active: number
  /** The reader has been in a row. */
  selects: boolean
  movable: boolean
  onFold: (id: string) => void
  onOpen: (id: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onPress: (event: PointerEvent<HTMLElement>) => void
}

/** The pattern of the ARIA practices: a table whose rows fold and take the focus. */
const treegrid = { role: 'treegrid' }

/** Table and chart in one scroll container, so that the browser itself keeps them together. */
export function TimelineGrid(props: TimelineGridProps) {
  const { scroller, svg, chart, size, tableWidth, columns, active, movable } = props
  const { axis, rows } = chart
  const drawn = useDrawn(scroller, size, rows.length)
  const drawnLinks = useDrawnLinks(chart, drawn)
  useEffect(() => {
    props.drawnLinks.current = drawnLinks
  }, [props.drawnLinks, drawnLinks])
  const bodyHeight = Math.max(rows.length * rowHeight, size.height)
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
        <div aria-hidden="true" className="sticky top-0 z-(--z-sticky) flex border-line border-b">
          <TableHeader columns={columns} width={tableWidth} />
          <AxisHeader chart={chart} ticks={ticks} tableWidth={tableWidth} />
        </div>
        {/* One sticky box for all rows: a browser keeps a layer for each. */}
        <table
          {...treegrid}
          aria-label={texts.grid}
          aria-rowcount={rows.length}
          onKeyDown={props.onKeyDown}
          onFocus={props.onFocus}
          className="sticky left-0 z-2 block border-line-strong border-r bg-surface"
          style={{ width: tableWidth, height: bodyHeight }}
        >
          <tbody className="block">
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
          <RowTints chart={chart} drawn={drawn} selected={props.selects ? active : -1} />
          <Backdrop
            chart={chart}
            ticks={ticks}
            xFrom={drawn.xFrom}
            xTo={drawn.xTo}
            height={bodyHeight}
            patternId="timeline-freeze"
          />
          <LinkLayer chart={chart} drawnLinks={drawnLinks} />
          <Bars chart={chart} drawn={drawn} movable={movable} />
          <LinkDraftLine chart={chart} />
        </svg>
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

interface RowTintsProps {
  chart: Chart
  drawn: Drawn
  selected: number
}

/** Parents' rows and the chosen one go on under the chart. */
const RowTints = ({ chart, drawn, selected }: RowTintsProps) =>
  chart.rows.slice(drawn.rowFrom, drawn.rowTo).map((row, at) => {
    const index = drawn.rowFrom + at
    const parent = row.kind === 'task' && row.parent
    if (!parent && index !== selected) return null
    return (
      <rect
        key={row.id}
        x={drawn.xFrom}
        y={index * rowHeight}
        width={drawn.xTo - drawn.xFrom}
        height={rowHeight}
        fill={index === selected ? 'var(--color-selected)' : 'var(--color-sunken)'}
      />
    )
  })

const Bars = memo(function Bars({
  chart,
  drawn,
  movable,
}: Pick<TimelineGridProps, 'chart' | 'movable'> & { drawn: Drawn }) {
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

const TableHeader = ({ columns, width }: { columns: readonly ColumnName[]; width: number }) => (
  <div
    data-table
    className="sticky left-0 z-2 grid flex-none items-end gap-x-1.5 border-line-strong border-r bg-sunken pr-3 pb-[5px] pl-4 text-ink-3 text-xs max-sm:pl-2"
    style={{ width, height: headerHeight, gridTemplateColumns: templateOf(columns) }}
  >
    <span>{texts.columns.task}</span>
    <span />
    {columns.map((name) => (
      <span key={name} className={clsx('whitespace-nowrap', name !== 'key' && 'text-right')}>
        {texts.columns[name]}
      </span>
    ))}
  </div>
)
