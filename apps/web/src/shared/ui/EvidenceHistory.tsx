import { formatNumber } from '#shared/format/numbers.ts'
import type { Evidence } from './evidence.ts'

interface EvidenceHistoryProps {
  label: string
  history: NonNullable<Evidence['history']>
}

const width = 400
const barsHeight = 44

/** Bars over their labels, the present one in ink. Zero is the floor; what is below it is not drawn. */
export function EvidenceHistory({ label, history }: EvidenceHistoryProps) {
  const step = width / history.length
  const top = Math.max(...history.map(({ value }) => value), 0)
  const bars = history.map(({ label: name, value }, at) => ({
    name,
    x: at * step,
    height: Math.max(top > 0 ? (value / top) * 40 : 0, 1),
    now: at === history.length - 1,
  }))
  const said = history.map(({ label: name, value }) => `${name}: ${formatNumber(value)}`).join(', ')
  return (
    <svg
      viewBox={`0 0 ${width} 60`}
      role="img"
      aria-label={`${label}, ${said}`}
      className="block w-full"
    >
      {bars.map(({ name, x, height, now }) => (
        <g key={x}>
          <rect
            x={x}
            y={barsHeight - height}
            width={step * 0.78}
            height={height}
            rx="1.5"
            fill={now ? 'var(--color-ink)' : 'var(--color-baseline)'}
          />
          <text
            x={x + step * 0.39}
            y="57"
            textAnchor="middle"
            fontSize="10"
            fill="var(--color-ink-3)"
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}
