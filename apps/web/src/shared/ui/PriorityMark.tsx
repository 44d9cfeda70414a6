import type { TaskPriority } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'

const word: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
}
const heights = ['h-1', 'h-[7px]', 'h-2.5']
const filled = { low: 1, medium: 2, high: 3 }
const colour = {
  low: 'bg-priority-low',
  medium: 'bg-priority-medium',
  high: 'bg-priority-high',
}

/**
 * One to three bars; urgent is a filled square, the only one with a colour. Boxes, not an image: a
 * board scrolls hundreds of them, and each image would be a layer of its own to paint.
 */
export function PriorityMark({ priority }: { priority: TaskPriority }) {
  // One object: the role makes the name belong.
  const named = { role: 'img', 'aria-label': word[priority] }
  if (priority === 'urgent') {
    return (
      <span
        {...named}
        className="m-px grid size-3 flex-none content-center justify-items-center gap-[1.5px] rounded-[3px] bg-priority-urgent *:w-[2px] *:rounded-full *:bg-surface"
      >
        <span className="h-1" />
        <span className="h-[2px]" />
      </span>
    )
  }
  return (
    <span {...named} className="flex h-3.5 w-3.5 flex-none items-end justify-center gap-px pb-0.5">
      {heights.map((height, index) => (
        <span
          key={height}
          className={clsx(
            'w-[3px] rounded-[1px]',
            height,
            index < filled[priority] ? colour[priority] : 'bg-line-strong',
          )}
        />
      ))}
    </span>
  )
}
