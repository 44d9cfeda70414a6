import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { ReactNode } from 'react'

const ring = (colour: string, dashes?: string) => (
  <circle
    cx="7"
    cy="7"
    r="5.6"
    fill="none"
    stroke={colour}
    strokeWidth="1.5"
    strokeDasharray={dashes}
  />
)

const shapes: Record<TaskStatus, ReactNode> = {
  backlog: ring('var(--color-status-backlog)', '2.2 1.5'),
  todo: ring('var(--color-status-todo)'),
  in_progress: (
    <>
      {ring('var(--color-status-progress)')}
      <path d="M7 3.600a3.400 3.400 0 0 1 0 6.800z" fill="var(--color-status-progress)" />
    </>
  ),
  in_review: (
    <>
      {ring('var(--color-status-review)')}
      <path d="M7 3.600a3.400 3.400 0 1 1-3.400 3.400H7z" fill="var(--color-status-review)" />
    </>
  ),
  blocked: (
    <>
      <path
        d="M4.400 1h5.200L13 4.400v5.200L9.600 13H4.400L1 9.600V4.400z"
        fill="var(--color-status-blocked)"
      />
      <path d="M4.200 7h5.600" stroke="var(--color-surface)" strokeWidth="1.8" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6.3" fill="var(--color-status-done)" />
      <path
        d="m4.400 7.200 1.900 1.900 3.400-3.900"
        fill="none"
        stroke="var(--color-surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  cancelled: (
    <>
      {ring('var(--color-status-cancelled)')}
      <path
        d="m5 5 4 4M9 5 5 9"
        stroke="var(--color-status-cancelled)"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </>
  ),
}

interface StatusMarkProps {
  status: TaskStatus
  /** Given when no word stands beside the mark. */
  label?: string
  className?: string
}

/** Seven shapes for seven statuses, so that none depends on its colour. */
export function StatusMark({ status, label, className }: StatusMarkProps) {
  const box = { width: 14, height: 14, viewBox: '0 0 14 14', className: `block ${className ?? ''}` }
  if (label === undefined) {
    return (
      <svg {...box} aria-hidden="true">
        {shapes[status]}
      </svg>
    )
  }
  return (
    <svg {...box} role="img" aria-label={label}>
      {shapes[status]}
    </svg>
  )
}
