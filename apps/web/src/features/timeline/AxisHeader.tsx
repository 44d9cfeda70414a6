import { toDate, toDay } from '@milepost/schedule/day-number'
import { formatWeekday } from '#shared/format/dates.ts'
import type { Ticks } from './axis.ts'
import { axisDay } from './axis-day.ts'
import type { Chart } from './chart.ts'
import { headerHeight } from './measures.ts'

interface AxisHeaderProps {
  chart: Pick<Chart, 'axis' | 'windows' | 'today'>
  ticks: Ticks
  /** A month's name stays beside the table while its month is in view. */
  tableWidth: number
}

/** Months above, weeks or days below, today marked, freezes named where there is room. */
export function AxisHeader({ chart, ticks, tableWidth }: AxisHeaderProps) {
  const { axis, today } = chart
  const todayX = axis.x(today) + axis.pxPerDay / 2
  return (
    <div
      className="relative flex-none overflow-clip bg-sunken"
      style={{ width: axis.width, height: headerHeight }}
    >
      {ticks.major.map(({ day, x, label }, index) => {
        const end = ticks.major[index + 1]?.x ?? axis.width
        return (
          <span key={day} className="absolute top-[5px] flex" style={{ left: x, width: end - x }}>
            <span
              className="sticky overflow-hidden whitespace-nowrap pl-1.5 font-medium text-ink-2 text-xs"
              style={{ left: tableWidth }}
            >
              {label}
            </span>
          </span>
        )
      })}
      {ticks.minor
        .filter(({ x }) => x + labelEnd < todayX - badgeHalf || x > todayX + badgeHalf - 4)
        .map(({ day, x, label }) => (
          <span
            key={day}
            className="absolute bottom-1 pl-1.5 text-2xs text-ink-3 tabular-nums"
            style={{
              left: x,
              ...(axis.pxPerDay >= 16 && {
                width: axis.pxPerDay,
                paddingLeft: 0,
                textAlign: 'center',
              }),
            }}
          >
            {label}
          </span>
        ))}
      {windowLabels(chart, ticks).map(({ id, x, width, name }) => (
        <span
          key={id}
          title={name}
          className="absolute top-[5px] truncate px-1 text-2xs text-ink-2"
          style={{ left: x, maxWidth: width + 8 }}
        >
          {name}
        </span>
      ))}
      <span
        className="absolute bottom-[3px] -translate-x-1/2 whitespace-nowrap rounded-xs bg-accent px-[5px] font-medium text-2xs text-on-accent"
        style={{ left: todayX }}
      >
        {formatWeekday(toDate(today))} {axisDay(toDate(today)).split(' ')[0]}
      </span>
    </div>
  )
}

/** Where a day's number ends, and half of what marks today: numbers below it are left out. */
const labelEnd = 22
const badgeHalf = 24

/** Of 11 and 12 pixel text, generously. */
const letterWidth = 6.6

const leastWidth = 44

/** Names of freezes beside the months' names, cut where the next name begins. */
function windowLabels({ axis, windows }: AxisHeaderProps['chart'], { major }: Ticks) {
  const taken = major.map(({ x, label }) => ({ from: x, to: x + label.length * 7.4 + 10 }))
  const labels: { id: string; x: number; width: number; name: string }[] = []
  for (const { id, name, starts_on } of windows) {
    let x = axis.x(toDay(starts_on))
    for (const { from, to } of taken) if (from <= x && x < to) x = to
    const next = Math.min(...taken.map(({ from }) => from).filter((from) => from > x), axis.width)
    const width = Math.min(name.length * letterWidth, next - x)
    if (width < leastWidth) continue
    taken.push({ from: x, to: x + width })
    labels.push({ id, x, width, name })
  }
  return labels
}
