import { clsx } from 'clsx'

interface MeterProps {
  /** 0–100. */
  value: number
  /** Where the plan or the limit is, 0–100. */
  mark?: number | null
  /** Read out: what is measured. */
  label: string
  tone?: 'accent' | 'neutral' | 'red'
  className?: string
}

const tones = { accent: 'bg-accent', neutral: 'bg-ink-3', red: 'bg-red-mark' }
const within = (value: number) => Math.max(0, Math.min(100, value))

export function Meter({ value, mark = null, label, tone = 'accent', className }: MeterProps) {
  return (
    <div className={clsx('relative h-1.5 rounded-[3px] bg-line', className)}>
      <meter className="sr-only" aria-label={label} min={0} max={100} value={within(value)} />
      <i
        className={clsx(
          'absolute inset-y-0 left-0 rounded-[3px] transition-[width] duration-(--duration-base)',
          tones[tone],
        )}
        style={{ width: `${within(value)}%` }}
      />
      {mark !== null && (
        <i className="absolute -inset-y-[3px] w-px bg-ink-2" style={{ left: `${within(mark)}%` }} />
      )}
    </div>
  )
}
