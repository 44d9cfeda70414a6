import type { Card, Kanban, TaskStatus } from '@milepost/api-contracts/tasks'
import { useEffect, useState } from 'react'
import { cardsIn, type DropTarget, stepTarget } from './board.ts'
import { cardLifted, dragEnded, targetChanged, useDrag } from './board-store.ts'
import { texts } from './texts.ts'

const steps: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface KeyboardDragOptions {
  board: Kanban
  /** Columns a card can go to, left to right. */
  statuses: readonly TaskStatus[]
  card: Card | undefined
  onDrop: (card: Card, target: DropTarget) => void
}

/**
 * Moving a card with the keyboard alone. Not dnd-kit's own sensor: that one moves by what is in the
 * page, and most cards of a long column are not. Keys are heard on the window while a card is
 * lifted, because the lifted card may itself scroll out of the page.
 */
export function useKeyboardDrag({ board, statuses, card, onDrop }: KeyboardDragOptions) {
  const drag = useDrag()
  const [announcement, setAnnouncement] = useState('')
  const lifted = drag?.by === 'keyboard' && card ? { card, target: drag.target } : null

  function nameOf(one: Card) {
    return `${board.key}-${one.number}`
  }

  function lift(one: Card, height: number) {
    const column = cardsIn(board, one.status)
    const index = column.findIndex(({ id }) => id === one.id)
    const target = { status: one.status, before_id: column[index + 1]?.id ?? null }
    cardLifted({ taskId: one.id, height, by: 'keyboard', target })
    setAnnouncement(texts.lifted(nameOf(one)))
  }

  useEffect(() => {
    if (!lifted) return
    const { card: held, target } = lifted
    function handle(event: KeyboardEvent) {
      const step = steps[event.key]
      if (step && target) {
        const next = stepTarget(board, statuses, held, target, step)
        targetChanged(next)
        setAnnouncement(describe(board, held, next))
      } else if (event.key === ' ' || event.key === 'Enter') {
        dragEnded()
        if (target) onDrop(held, target)
        setAnnouncement(texts.dropped(nameOf(held), columnName(board, target?.status)))
      } else if (event.key === 'Escape' || event.key === 'Tab') {
        dragEnded()
        setAnnouncement(texts.putBack(nameOf(held)))
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', handle, { capture: true })
    return () => window.removeEventListener('keydown', handle, { capture: true })
  })

  return { lift, announcement }
}

const columnName = (board: Kanban, status: TaskStatus | undefined) =>
  board.columns.find((column) => column.status === status)?.name ?? ''

function describe(board: Kanban, card: Card, { status, before_id }: DropTarget): string {
  const others = cardsIn(board, status).filter(({ id }) => id !== card.id)
  const found = others.findIndex(({ id }) => id === before_id)
  const place = (found === -1 ? others.length : found) + 1
  return texts.placed(columnName(board, status), place, others.length + 1)
}
