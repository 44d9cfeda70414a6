import { toDate, toDay } from '@milepost/schedule/day-number'
import { formatDay, formatWeekday } from '#shared/format/dates.ts'
import type { Ticks } from './axis.ts'
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
      {windowLabels(chart, ticks).map(({ id, x, name }) => (
        <span
          key={id}
          className="absolute top-[5px] whitespace-nowrap px-1 text-2xs text-ink-2"
          style={{ left: x }}
        >
          {name}
        </span>
      ))}
      <span
        className="absolute bottom-[3px] -translate-x-1/2 whitespace-nowrap rounded-xs bg-accent px-[5px] font-medium text-2xs text-on-accent"
        style={{ left: todayX }}
      >
        {formatWeekday(toDate(today))} {formatDay(toDate(today)).split(' ')[0]}
      </span>
    </div>
  )
}

/** Where a day's number ends, and half of what marks today: numbers below it are left out. */
const labelEnd = 22
const badgeHalf = 24

/** Of 11 and 12 pixel text, generously. */
const letterWidth = 6.6

/** Names of freezes that overlap neither a month's name nor each other. */
function windowLabels({ axis, windows }: AxisHeaderProps['chart'], { major }: Ticks) {
  const taken = major.map(({ x, label }) => ({ from: x, to: x + label.length * 7.4 + 10 }))
  const labels: { id: string; x: number; name: string }[] = []
  for (const { id, name, starts_on } of windows) {
    const width = name.length * letterWidth
    let x = axis.x(toDay(starts_on))
    const inWay = taken.find(({ from, to }) => x < to && x + width > from)
    if (inWay && inWay.from <= x) x = inWay.to
    if (taken.some(({ from, to }) => x < to && x + width > from)) continue
    taken.push({ from: x, to: x + width })
    labels.push({ id, x, name })
  }
  return labels
}
