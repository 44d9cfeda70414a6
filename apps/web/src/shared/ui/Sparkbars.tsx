interface SparkbarsProps {
  /** Oldest first; the last one is now. */
  values: readonly number[]
  /** The value a full bar stands for, so that rows compare. */
  scale: number
  label: string
}

const step = 8
const height = 24

/** Small bars for a short history, the present one in ink. */
export function Sparkbars({ values, scale, label }: SparkbarsProps) {
  const width = values.length * step
  const bars = values.map((value, index) => ({
    x: index * step,
    // A week with nothing is still a week: one pixel of it stays.
    height: Math.max(scale > 0 ? (Math.min(value, scale) / scale) * height : 0, 1),
    now: index === values.length - 1,
  }))
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="block"
    >
      {bars.map((bar) => (
        <rect
          key={bar.x}
          x={bar.x}
          y={height - bar.height}
          width="6"
          height={bar.height}
          rx={bar.height > 2 ? 1 : 0.5}
          fill={bar.now ? 'var(--color-ink)' : 'var(--color-baseline)'}
        />
      ))}
    </svg>
  )
}
