import type { Card } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'
import { memo } from 'react'
import { formatDay } from '#shared/format/dates.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import { ageOf } from './card-age.ts'
import { dueState } from './due-state.ts'
import { blockedFor, KanbanCard, type KanbanCardProps } from './KanbanCard.tsx'
import { texts } from './texts.ts'

interface ColumnCardProps extends Omit<KanbanCardProps, 'look'> {
  movable: boolean
  /** Dropped and not answered yet. It must not be dragged again: its version is about to change. */
  pending: boolean
  dragged: boolean
}

/** A card in its column. What is done to it is heard by the board: see `use-card-events.ts`. */
export const ColumnCard = memo(function ColumnCard({
  movable,
  pending,
  dragged,
  ...shown
}: ColumnCardProps) {
  const { card, projectKey, assignee, today } = shown
  // One object: a `button` element may not hold the heading, so a role makes it one.
  const behaviour = {
    role: 'button',
    tabIndex: 0,
    'aria-label': sayCard(card, { projectKey, assignee, today }),
    'aria-roledescription': 'card',
    'aria-describedby': 'board-keys',
    'aria-pressed': dragged || undefined,
    'aria-busy': pending || undefined,
  }
  return (
    <div
      {...behaviour}
      data-card={card.id}
      data-movable={(movable && !pending) || undefined}
      className={clsx(
        'rounded-md focus-visible:outline-offset-0',
        // A finger scrolls; only one that rests first lifts the card.
        'touch-manipulation select-none [-webkit-touch-callout:none]',
        movable ? 'cursor-grab' : 'cursor-pointer',
      )}
    >
      <KanbanCard {...shown} look={dragged ? 'origin' : pending ? 'pending' : 'rest'} />
    </div>
  )
})

type Beside = Pick<KanbanCardProps, 'projectKey' | 'assignee' | 'today'>

/** A card in one sentence: who hears a button hears its name, and nothing of what is in it. */
function sayCard(card: Card, { projectKey, assignee, today }: Beside) {
  const { status, due_date, completed_on, subtasks, blocked_reason, blocked_since } = card
  const age = ageOf(card, today)
  const late = due_date !== undefined && dueState(card, due_date, today) === 'late'
  return [
    `${projectKey}-${card.number} ${card.title}`,
    status === 'blocked' && `${blockedFor(blocked_since, today)}: ${blocked_reason}`,
    age && texts.age(age.days, statusWord[status]),
    status === 'done' && completed_on !== undefined && `${texts.doneOn} ${formatDay(completed_on)}`,
    status !== 'done' &&
      due_date !== undefined &&
      `${texts.due}${formatDay(due_date)}${late ? texts.late : ''}`,
    subtasks && `${texts.subtasks}${subtasks.done}/${subtasks.total}`,
    assignee,
  ]
    .filter(Boolean)
    .join(', ')
}
