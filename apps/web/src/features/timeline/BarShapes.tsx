import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { MilestoneMark, type MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'

interface Extent {
  /** Pixels from the axis' start. */
  x: number
  width: number
}

/** Narrower than this a bar could not be seen or hit. */
const widthMin = 4

interface TaskShapeProps extends Extent {
  /** 0–100. */
  done: number
  critical: boolean
}

/** A bar with its done part, 11 high, from the top of its row. */
export function TaskShape({ x, width, done, critical }: TaskShapeProps) {
  const [rest, full] = critical
    ? ['var(--color-bar-critical)', 'var(--color-bar-critical-done)']
    : ['var(--color-bar)', 'var(--color-bar-done)']
  const shown = Math.max(width - 1, widthMin)
  const part = (shown * Math.min(done, 100)) / 100
  return (
    <>
      <rect x={x + 0.5} y={7.5} width={shown} height={11} rx={2.5} fill={rest} stroke={full} />
      {part > 0 && <path d={donePath(x + 0.5, part, part >= shown)} fill={full} />}
    </>
  )
}

/** Round where the bar is. */
function donePath(x: number, width: number, whole: boolean): string {
  if (width < 4)
    return `M${x} 9.5a2 2 0 0 1 2 -2h${Math.max(width - 2, 0)}v11h-${Math.max(width - 2, 0)}a2 2 0 0 1 -2 -2z`
  const right = whole ? `H${x + width - 2}a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2` : `H${x + width}v11`
  return `M${x + 2} 7.5${right}H${x + 2}a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2z`
}

/** The span of what lies below a parent. */
export const SummaryShape = ({ x, width, critical }: Extent & { critical: boolean }) => {
  const tip = Math.min(5, Math.max(width, widthMin) / 2)
  return (
    <path
      d={`M${x} 9h${Math.max(width, widthMin)}v9l-${tip} -4H${x + tip}l-${tip} 4z`}
      fill={critical ? 'var(--color-bar-critical-done)' : 'var(--color-ink-3)'}
    />
  )
}

/** The dates of the baseline, a thin bar under the bar. */
export const BaselineShape = ({ x, width, summary = false }: Extent & { summary?: boolean }) => (
  <rect
    x={x}
    y={summary ? 20 : 21}
    width={Math.max(width, widthMin)}
    height={3}
    rx={1.5}
    fill="var(--color-baseline)"
  />
)

/** Where a bar was before it was moved. */
export const GhostShape = ({ x, width }: Extent) => (
  <rect
    x={x + 0.5}
    y={7.5}
    width={Math.max(width - 1, widthMin)}
    height={11}
    rx={2.5}
    fill="none"
    stroke="var(--color-line-control)"
    strokeDasharray="3 2"
  />
)

interface MilestoneShapeProps {
  /** Of the diamond's middle. */
  x: number
  state: MilestoneState
  label: string
}

export const MilestoneShape = ({ x, state, label }: MilestoneShapeProps) => (
  <>
    <g transform={`translate(${x - 8} 7)`}>
      <MilestoneMark state={state} size={16} />
    </g>
    <ChartText x={x + 13} y={19} halo>
      {label}
    </ChartText>
  </>
)

/** Where a milestone was promised first. */
export const MilestoneGhost = ({ x }: { x: number }) => (
  <path d={`M${x} 9l6 6-6 6-6-6z`} fill="none" stroke="var(--color-baseline)" strokeWidth={1.3} />
)

interface BarMarksProps {
  /** Where the bar ends. */
  x: number
  status: TaskStatus
  freeze: string | undefined
}

/** Beside a bar: it is blocked, or its dates touch a freeze. */
export function BarMarks({ x, status, freeze }: BarMarksProps) {
  const blocked = status === 'blocked'
  return (
    <>
      {blocked && (
        <g transform={`translate(${x + 6} 6)`}>
          <StatusMark status="blocked" />
        </g>
      )}
      {freeze !== undefined && (
        <g transform={`translate(${x + (blocked ? 24 : 6)} 8)`}>
          <title>{freeze}</title>
          <HealthMark health="amber" size={10} />
        </g>
      )}
    </>
  )
}

interface ChartTextProps {
  x: number
  y: number
  /** Readable over lines. */
  halo?: boolean
  children: string
}

export const ChartText = ({ x, y, halo = false, children }: ChartTextProps) => (
  <text
    x={x}
    y={y}
    fontSize={11}
    fill={halo ? 'var(--color-ink-2)' : 'var(--color-ink-3)'}
    {...(halo && {
      paintOrder: 'stroke',
      stroke: 'var(--color-surface)',
      strokeWidth: 3,
      strokeLinejoin: 'round' as const,
    })}
    style={{ fontVariantNumeric: 'tabular-nums' }}
  >
    {children}
  </text>
)
