import type { TaskPriority } from '@milepost/api-contracts/tasks'

const word: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
}
const bars = [
  { x: 1.5, y: 9, height: 3.5 },
  { x: 5.5, y: 6, height: 6.5 },
  { x: 9.5, y: 3, height: 9.5 },
]
const filled = { low: 1, medium: 2, high: 3 }

/** One to three bars; urgent is a filled square, the only one with a colour. */
export function PriorityMark({ priority }: { priority: TaskPriority }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role="img"
      aria-label={word[priority]}
      className="block"
    >
      {priority === 'urgent' ? (
        <>
          <rect x="1" y="1" width="12" height="12" rx="2.5" fill="var(--color-priority-urgent)" />
          <path
            d="M7 3.800v3.800M7 10.200v.01"
            stroke="var(--color-surface)"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </>
      ) : (
        bars.map((bar, index) => (
          <rect
            key={bar.x}
            {...bar}
            width="3"
            rx=".8"
            fill={
              index < filled[priority]
                ? `var(--color-priority-${priority})`
                : 'var(--color-line-strong)'
            }
          />
        ))
      )}
    </svg>
  )
}
