import { toDay } from '@milepost/schedule/day-number'
import { freeStretches, type Ticks } from './axis.ts'
import type { Chart } from './chart.ts'

interface BackdropProps {
  chart: Pick<Chart, 'axis' | 'calendar' | 'windows' | 'today'>
  ticks: Ticks
  xFrom: number
  xTo: number
  height: number
  /** Patterns are found by name in the whole page: an export brings its own. */
  patternId: string
}

/** Narrower days make stripes of free days a grey blur. */
const freeDaysFrom = 4

/** What lies behind the bars: free days, freezes, the lines of the axis and today. */
export function Backdrop({ chart, ticks, xFrom, xTo, height, patternId }: BackdropProps) {
  const { axis, calendar, windows, today } = chart
  const firstDay = Math.max(axis.first, axis.dayAt(xFrom))
  const endDay = Math.min(axis.end, axis.dayAt(xTo) + 1)
  const free =
    axis.pxPerDay < freeDaysFrom ? [] : freeStretches(calendar.isWorking, firstDay, endDay)
  const todayX = axis.x(today) + axis.pxPerDay / 2
  return (
    <>
      <defs>
        <pattern
          id={patternId}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" stroke="var(--color-freeze)" strokeWidth={3} />
        </pattern>
      </defs>
      {free.map(({ from, to }) => (
        <rect
          key={from}
          x={axis.x(from)}
          y={0}
          width={axis.x(to) - axis.x(from)}
          height={height}
          fill="var(--color-ink)"
          opacity={0.028}
        />
      ))}
      {ticks.minor.map(({ day, x }) => (
        <path key={day} d={`M${Math.round(x) + 0.5} 0V${height}`} stroke="var(--color-line)" />
      ))}
      {windows.map((window) => {
        const x = axis.x(toDay(window.starts_on))
        const end = axis.x(toDay(window.ends_on) + 1)
        if (end < xFrom || x > xTo) return null
        const maintenance = window.kind === 'maintenance'
        return (
          <rect
            key={window.id}
            x={x}
            y={0}
            width={end - x}
            height={height}
            fill={maintenance ? 'var(--color-accent-soft)' : `url(#${patternId})`}
            opacity={maintenance ? 0.6 : 1}
          >
            <title>{window.name}</title>
          </rect>
        )
      })}
      {todayX >= xFrom && todayX <= xTo && (
        <path d={`M${Math.round(todayX) + 0.5} 0V${height}`} stroke="var(--color-today)" />
      )}
    </>
  )
}
