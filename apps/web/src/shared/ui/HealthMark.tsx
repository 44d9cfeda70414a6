import type { Health } from '@milepost/api-contracts/projects'
import type { ReactNode } from 'react'

interface HealthMarkProps {
  health: Health
  /** In pixels. */
  size?: number
  /** Given when no word stands beside the mark. */
  label?: string
  className?: string
}

const shapes: Record<Health, ReactNode> = {
  green: <circle cx="5" cy="5" r="4.5" fill="var(--color-green-mark)" />,
  amber: <path d="M5 .6 9.800 9.200H.2z" fill="var(--color-amber-mark)" />,
  red: <rect x=".6" y=".6" width="8.8" height="8.8" rx="1" fill="var(--color-red-mark)" />,
  unknown: (
    <circle
      cx="5"
      cy="5"
      r="3.9"
      fill="none"
      stroke="var(--color-unknown-mark)"
      strokeWidth="1.3"
      strokeDasharray="2 1.5"
    />
  ),
}

/** Disc, triangle, square, dashed ring: health can be told without its colour. */
export function HealthMark({ health, size = 10, label, className }: HealthMarkProps) {
  const box = {
    width: size,
    height: size,
    viewBox: '0 0 10 10',
    className: `block ${className ?? ''}`,
  }
  if (label === undefined) {
    return (
      <svg {...box} aria-hidden="true">
        {shapes[health]}
      </svg>
    )
  }
  return (
    <svg {...box} role="img" aria-label={label}>
      {shapes[health]}
    </svg>
  )
}
