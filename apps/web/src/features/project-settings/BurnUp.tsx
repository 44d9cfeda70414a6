import type { AssetBurnUp } from '@milepost/api-contracts/project-settings'
import { scaleLinear } from 'd3-scale'
import { daysBetween, formatDay } from '#shared/format/dates.ts'
import { texts } from './texts.ts'

const size = { width: 480, height: 150, left: 30, right: 30, top: 8, bottom: 20 }

/** What is known and what is settled as steps, and the tasks' progress as a thin line on its own axis. */
export function BurnUp({ burnUp }: { burnUp: AssetBurnUp }) {
  const { noun, total, resolved, points } = burnUp
  const first = points[0]?.date ?? ''
  const last = points.at(-1)?.date ?? first
  const inner = [size.left, size.width - size.right]
  const x = scaleLinear([0, Math.max(daysBetween(first, last), 1)], inner)
  const bottom = size.height - size.bottom
  const highest = Math.max(...points.map((point) => point.total), 1)
  const y = scaleLinear([0, highest], [bottom, size.top])
  const share = scaleLinear([0, 100], [bottom, size.top])
  const at = (date: string) => x(daysBetween(first, date))
  const said = texts.of(resolved, total, noun)

  return (
    <figure>
      <figcaption className="font-medium">{said}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={said}
        className="mt-2 block w-full"
        fontSize="10"
        fill="none"
      >
        <path d={`M${inner[0]} ${bottom}H${inner[1]}`} stroke="var(--color-line-strong)" />
        <g fill="var(--color-ink-3)">
          <text x={size.left - 4} y={size.top + 4} textAnchor="end">
            {highest}
          </text>
          <text x={size.left - 4} y={bottom} textAnchor="end">
            0
          </text>
          <text x={size.width - size.right + 4} y={size.top + 4}>
            100 %
          </text>
          <text x={size.left} y={size.height - 5}>
            {first && formatDay(first)}
          </text>
          <text x={size.width - size.right} y={size.height - 5} textAnchor="end">
            {last && formatDay(last)}
          </text>
        </g>
        <path
          d={steps(points.map((point) => [at(point.date), y(point.total)]))}
          stroke="var(--color-baseline)"
          strokeWidth="1.5"
        />
        <path
          d={line(
            points.flatMap(({ date, completion_percentage: done }) =>
              done === null ? [] : [[at(date), share(done)] as const],
            ),
          )}
          stroke="var(--color-ink-3)"
          strokeDasharray="2 3"
        />
        <path
          d={steps(points.map((point) => [at(point.date), y(point.resolved)]))}
          stroke="var(--color-accent)"
          strokeWidth="2"
        />
      </svg>
      <ul className="mt-1 flex flex-wrap gap-4 text-ink-3 text-xs">
        <Key colour="bg-baseline">{texts.known}</Key>
        <Key colour="bg-accent">{texts.settled}</Key>
        <Key colour="bg-ink-3">{texts.tasks}</Key>
      </ul>
    </figure>
  )
}

const Key = ({ colour, children }: { colour: string; children: string }) => (
  <li className="flex items-center gap-1.5">
    <i aria-hidden="true" className={`h-0.5 w-3 ${colour}`} />
    {children}
  </li>
)

type Place = readonly [number, number]

const line = (places: readonly Place[]) =>
  places.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px} ${py}`).join('')

/** A count stays until the day it changes. */
const steps = (places: readonly Place[]) =>
  places.map(([px, py], index) => (index === 0 ? `M${px} ${py}` : `H${px}V${py}`)).join('')
