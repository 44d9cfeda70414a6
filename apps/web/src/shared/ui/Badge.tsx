import type { Health } from '@milepost/api-contracts/projects'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { HealthMark } from './HealthMark.tsx'
import { healthWord } from './health.ts'

const tones: Record<Health, string> = {
  green: 'border-green-line bg-green-bg text-green-fg',
  amber: 'border-amber-line bg-amber-bg text-amber-fg',
  red: 'border-red-line bg-red-bg text-red-fg',
  unknown: 'border-unknown-line bg-unknown-bg text-unknown-fg',
}

interface BadgeProps {
  tone: Health
  /** Without the shape, for a state that is no health: "Draft". */
  plain?: boolean
  children: ReactNode
}

export function Badge({ tone, plain = false, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-[5px] whitespace-nowrap rounded-sm border pr-[7px] pl-1.5 text-xs',
        plain ? 'font-normal' : 'font-medium',
        tones[tone],
      )}
    >
      {!plain && <HealthMark health={tone} size={9} />}
      {children}
    </span>
  )
}

export const HealthBadge = ({ health }: { health: Health }) => (
  <Badge tone={health}>{healthWord[health]}</Badge>
)
