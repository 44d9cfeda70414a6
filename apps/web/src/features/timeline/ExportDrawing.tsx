import { toDate, toDay } from '@milepost/schedule/day-number'
import { formatWeekday } from '#shared/format/dates.ts'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { type Ticks, ticksBetween } from './axis.ts'
import { axisDay } from './axis-day.ts'
import { Backdrop } from './Backdrop.tsx'
import { cellText } from './cell-text.ts'
import {
  type Chart,
  isCritical,
  milestoneState,
  placeOf,
  servedSpan,
  titleOfRow,
  varianceOf,
  varianceTone,
} from './chart.ts'
import { LinkShapes } from './LinkShapes.tsx'
import { linksIn } from './links.ts'
import { headerHeight, rowHeight } from './measures.ts'
import { RowShape } from './RowShape.tsx'
import type { TimelineRow } from './rows.ts'
import { texts } from './texts.ts'
import { type ColumnName, columnWidths } from './view-options.ts'

export interface DrawingOptions {
  chart: Chart
  /** The project's name, above everything. */
  title: string
  columns: readonly ColumnName[]
  tableWidth: number
  /** Pixels of the axis. */
  xFrom: number
  xTo: number
}

const titleHeight = 40
const noSpans = new Map<never, never>()

export const drawingSize = ({ chart, tableWidth, xFrom, xTo }: DrawingOptions) => ({
  width: tableWidth + xTo - xFrom,
  height: titleHeight + headerHeight + chart.rows.length * rowHeight,
})

/** The timeline as one drawing, without a page around it: title, table, axis and all bars. */
export function ExportDrawing(options: DrawingOptions) {
  const { chart, title, columns, tableWidth, xFrom, xTo } = options
  const { width, height } = drawingSize(options)
  const rows = chart.rows
  const bodyHeight = rows.length * rowHeight
  const top = titleHeight + headerHeight
  const critical = new Set(
    rows
      .filter((row) => row.kind === 'task' && isCritical(row.task, chart.showCritical))
      .map(({ id }) => id),
  )
  const ticks = ticksBetween(chart.axis, xFrom, xTo)
  const drawn = linksIn(chart.links, { rowFrom: 0, rowTo: rows.length, xFrom, xTo }, (_id, row) =>
    placeOf(chart, row, noSpans),
  )
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="Inter Variable, Inter, system-ui, sans-serif"
      fontSize={13}
      fontWeight={420}
    >
      <title>{title}</title>
      <rect width={width} height={height} fill="var(--color-surface)" />
      <rect width={width} height={top} fill="var(--color-sunken)" />
      <text x={16} y={26} fontSize={16} fontWeight={600} fill="var(--color-ink)">
        {title}
      </text>
      <clipPath id="table">
        <rect width={tableWidth} height={height} />
      </clipPath>
      <clipPath id="chart">
        <rect x={tableWidth} y={titleHeight} width={width - tableWidth} height={height} />
      </clipPath>
      {rows.map((row, index) =>
        row.kind === 'task' && row.parent ? (
          <rect
            key={row.id}
            y={top + index * rowHeight}
            width={width}
            height={rowHeight}
            fill="var(--color-sunken)"
          />
        ) : null,
      )}
      <g clipPath="url(#table)">
        <TableHead columns={columns} right={tableWidth - 12} y={top - 9} />
        {rows.map((row, index) => (
          <g key={row.id} transform={`translate(0 ${top + index * rowHeight})`}>
            <TableRow chart={chart} row={row} columns={columns} right={tableWidth - 12} />
          </g>
        ))}
      </g>
      <g clipPath="url(#chart)">
        <g transform={`translate(${tableWidth - xFrom} ${top})`}>
          <Backdrop
            chart={chart}
            ticks={ticks}
            xFrom={xFrom}
            xTo={xTo}
            height={bodyHeight}
            patternId="freeze"
          />
          <LinkShapes
            drawn={drawn}
            isCritical={({ predecessor_id, successor_id }) =>
              critical.has(predecessor_id) && critical.has(successor_id)
            }
          />
          {rows.map((row, index) => (
            <g key={row.id} transform={`translate(0 ${index * rowHeight})`}>
              <RowShape chart={chart} row={row} />
            </g>
          ))}
        </g>
        <g transform={`translate(${tableWidth - xFrom} ${titleHeight})`}>
          <AxisLabels chart={chart} ticks={ticks} xFrom={xFrom} />
        </g>
      </g>
      <path d={`M0 ${top - 0.5}H${width}`} stroke="var(--color-line)" />
      <path d={`M${tableWidth - 0.5} ${titleHeight}V${height}`} stroke="var(--color-line-strong)" />
    </svg>
  )
}

function columnRights(columns: readonly ColumnName[], right: number) {
  let x = right
  return columns
    .toReversed()
    .map((name) => {
      const at = { name, x: name === 'key' ? x - columnWidths[name] : x }
      x -= columnWidths[name] + 6
      return at
    })
    .toReversed()
}

interface TableProps {
  columns: readonly ColumnName[]
  right: number
}

const TableHead = ({ columns, right, y }: TableProps & { y: number }) => (
  <g fontSize={12} fill="var(--color-ink-3)">
    <text x={16} y={y}>
      {texts.columns.task}
    </text>
    {columnRights(columns, right).map(({ name, x }) => (
      <text key={name} x={x} y={y} textAnchor={name === 'key' ? 'start' : 'end'}>
        {texts.columns[name]}
      </text>
    ))}
  </g>
)

const tones = {
  red: 'var(--color-red-fg)',
  amber: 'var(--color-amber-fg)',
  plain: 'var(--color-ink-2)',
  none: 'var(--color-ink-3)',
}
/** Of 13 pixel text, on average. */
const letterWidth = 6.9

function TableRow({ chart, row, columns, right }: TableProps & { chart: Chart; row: TimelineRow }) {
  const span = servedSpan(row)
  const variance = varianceOf(chart, row.id, span)
  const parent = row.kind === 'task' && row.parent
  const x = 16 + Math.min(row.depth, 6) * 22
  const places = columnRights(columns, right)
  const firstFigure = right - columns.reduce((sum, name) => sum + columnWidths[name] + 6, 0)
  const letters = Math.floor((firstFigure - x - 30) / letterWidth)
  const title = titleOfRow(row)
  return (
    <>
      <path d={`M0 31.5H${right + 12}`} stroke="var(--color-line)" />
      {!parent && (
        <g transform={`translate(${x} 9)`}>
          {row.kind === 'task' && <StatusMark status={row.task.status} />}
          {row.kind === 'milestone' && (
            <MilestoneMark state={milestoneState(row.milestone, chart.today)} />
          )}
        </g>
      )}
      <text
        x={parent ? x : x + 22}
        y={20.5}
        fontWeight={parent ? 600 : 420}
        fill="var(--color-ink)"
      >
        {title.length > letters ? `${title.slice(0, Math.max(1, letters - 1))}…` : title}
      </text>
      {places.map(({ name, x: at }) => (
        <text
          key={name}
          x={at}
          y={20}
          fontSize={12}
          textAnchor={name === 'key' ? 'start' : 'end'}
          style={{ fontVariantNumeric: 'tabular-nums' }}
          fill={
            name === 'variance' && variance !== undefined
              ? tones[varianceTone(variance)]
              : 'var(--color-ink-2)'
          }
        >
          {cellText(name, { projectKey: chart.key, row, span, variance })}
        </text>
      ))}
    </>
  )
}

/** Names that end before the next one begins. */
const fitting = (major: Ticks['major']) =>
  major.filter(({ x, label }, index) => {
    const next = major[index + 1]
    return !next || next.x - x > label.length * 7 + 10
  })

interface AxisLabelsProps {
  chart: Chart
  ticks: Ticks
  xFrom: number
}

function AxisLabels({ chart: { axis, today, windows }, ticks, xFrom }: AxisLabelsProps) {
  const todayX = axis.x(today) + axis.pxPerDay / 2
  const label = `${formatWeekday(toDate(today))} ${axisDay(toDate(today)).split(' ')[0]}`
  return (
    <>
      {fitting(ticks.major).map(({ day, x, label: name }) => (
        <text
          key={day}
          x={Math.max(x, xFrom) + 6}
          y={17}
          fontSize={12}
          fontWeight={520}
          fill="var(--color-ink-2)"
        >
          {name}
        </text>
      ))}
      {ticks.minor
        .filter(({ x }) => x < todayX - 46 || x > todayX + 20)
        .map(({ day, x, label: name }) => (
          <text key={day} x={x + 6} y={36} fontSize={11} fill="var(--color-ink-3)">
            {name}
          </text>
        ))}
      {windows.map(({ id, name, starts_on }) => (
        <text
          key={id}
          x={axis.x(toDay(starts_on)) + 4}
          y={headerHeight + 12}
          fontSize={11}
          fill="var(--color-ink-2)"
        >
          {name}
        </text>
      ))}
      <rect x={todayX - 22} y={25} width={44} height={16} rx={3} fill="var(--color-accent)" />
      <text
        x={todayX}
        y={37}
        fontSize={11}
        fontWeight={520}
        textAnchor="middle"
        fill="var(--color-on-accent)"
      >
        {label}
      </text>
    </>
  )
}
