import { memo } from 'react'
import { type Chart, extentOf, servedSpan } from './chart.ts'
import { rowHeight } from './measures.ts'
import { RowShape } from './RowShape.tsx'
import type { TimelineRow } from './rows.ts'
import { useIsTarget, useShownSpan } from './timeline-store.ts'

interface ChartRowProps {
  chart: Chart
  row: TimelineRow
  index: number
  xFrom: number
  xTo: number
  /** The reader may drag it. */
  movable: boolean
}

/** A bar, with the parts of it that a drag can take hold of. */
export const ChartRow = memo(function ChartRow({
  chart,
  row,
  index,
  xFrom,
  xTo,
  movable,
}: ChartRowProps) {
  const shown = useShownSpan(row.id)
  const target = useIsTarget(row.id)
  const span = shown ?? servedSpan(row)
  const bar = span && extentOf(chart.axis, span)
  const base = chart.baseline.get(row.id)
  const inView =
    (bar && bar.x < xTo && bar.x + bar.width > xFrom) ||
    (base && chart.axis.x(base.start) < xTo && chart.axis.x(base.finish + 1) > xFrom) ||
    (row.kind === 'milestone' && bar && bar.x > xFrom - 120 && bar.x < xTo)
  if (!inView) return null
  const grips = bar && movable && row.kind === 'task'
  return (
    <g
      data-bar={row.id}
      transform={`translate(0 ${index * rowHeight})`}
      className="group/bar"
      style={{ pointerEvents: 'auto' }}
    >
      <RowShape chart={chart} row={row} shown={shown} />
      {grips && <Grips x={bar.x} width={bar.width} parent={row.parent} target={target} />}
    </g>
  )
})

interface GripsProps {
  x: number
  width: number
  parent: boolean
  target: 'start' | 'due' | null
}

const edge = 6

/** The middle moves, the ends resize, the dots beside them link. */
function Grips({ x, width, parent, target }: GripsProps) {
  const inner = Math.max(width, 4)
  const side = Math.min(edge, inner / 3)
  return (
    <>
      <rect
        data-grip="move"
        x={x}
        y={4}
        width={inner}
        height={18}
        fill="transparent"
        className="cursor-grab"
      />
      {!parent && (
        <>
          <rect
            data-grip="start"
            x={x}
            y={4}
            width={side}
            height={18}
            fill="transparent"
            className="cursor-ew-resize"
          />
          <rect
            data-grip="due"
            x={x + inner - side}
            y={4}
            width={side}
            height={18}
            fill="transparent"
            className="cursor-ew-resize"
          />
        </>
      )}
      {(['start', 'due'] as const).map((end) => (
        <g
          key={end}
          data-grip={`link-${end}`}
          className={`cursor-crosshair ${target === end ? '' : 'opacity-0 group-hover/bar:opacity-100'}`}
        >
          <circle cx={end === 'start' ? x - 8 : x + inner + 8} cy={13} r={8} fill="transparent" />
          <circle
            cx={end === 'start' ? x - 8 : x + inner + 8}
            cy={13}
            r={3.5}
            fill={target === end ? 'var(--color-accent)' : 'var(--color-surface)'}
            stroke="var(--color-accent)"
            strokeWidth={1.5}
          />
        </g>
      ))}
    </>
  )
}
