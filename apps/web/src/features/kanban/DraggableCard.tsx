import { useDraggable } from '@dnd-kit/core'
import type { Card } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'
import { type KeyboardEvent, memo } from 'react'
import { currentDrag } from './board-store.ts'
import { KanbanCard, type KanbanCardProps } from './KanbanCard.tsx'

interface DraggableCardProps extends Omit<KanbanCardProps, 'look'> {
  movable: boolean
  /** Dropped and not answered yet. It must not be dragged again: its version is about to change. */
  pending: boolean
  dragged: boolean
  onLift: (card: Card, height: number) => void
  onOpen: (card: Card) => void
}

/** A card in its column: dragged by mouse and touch, lifted by Space, opened by Enter and click. */
export const DraggableCard = memo(function DraggableCard({
  movable,
  pending,
  dragged,
  onLift,
  onOpen,
  ...shown
}: DraggableCardProps) {
  const { card, projectKey } = shown
  const { setNodeRef, attributes, listeners } = useDraggable({
    id: card.id,
    disabled: !movable || pending,
    attributes: { role: 'button', roleDescription: 'card', tabIndex: 0 },
  })

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen(card)
    else if (event.key === ' ' && movable && !pending)
      onLift(card, event.currentTarget.offsetHeight)
    else return
    event.preventDefault()
  }

  // One object: the role that makes them belong on the element comes from dnd-kit's attributes.
  const behaviour = {
    ...attributes,
    ...listeners,
    // A card one may not move still opens.
    'aria-disabled': undefined,
    'aria-describedby': 'board-keys',
    'aria-label': `${projectKey}-${card.number} ${card.title}`,
    'aria-busy': pending || undefined,
    onKeyDown: handleKey,
    // The click that ends a drag opens nothing.
    onClick: () => currentDrag() === null && onOpen(card),
  }

  return (
    <div
      ref={setNodeRef}
      {...behaviour}
      data-card={card.id}
      className={clsx(
        'rounded-md focus-visible:outline-offset-0',
        // A finger scrolls; only one that rests first lifts the card.
        'touch-manipulation select-none',
        movable ? 'cursor-grab' : 'cursor-pointer',
      )}
    >
      <KanbanCard {...shown} look={dragged ? 'origin' : pending ? 'pending' : 'rest'} />
    </div>
  )
})
