import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { useEffect, useState } from 'react'
import { cardsIn, columnOf, findColumn } from './board.ts'
import { cardLifted, dragEnded, targetChanged, useDrag } from './board-store.ts'
import type { DropTarget } from './drop.ts'
import { type Grouping, laneOf, type Swimlane } from './lanes.ts'
import { type Step, stepTarget } from './step-target.ts'
import { texts } from './texts.ts'

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface KeyboardDragOptions {
  board: Kanban
  by: Grouping
  lanes: readonly Swimlane[]
  card: Card | undefined
  onDrop: (card: Card, target: DropTarget) => void
}

/**
 * Moving a card with the keyboard alone. Not dnd-kit's own sensor: that one moves by what is in the
 * page, and most cards of a long column are not. Keys are heard on the window while a card is
 * lifted, because the lifted card may itself scroll out of the page.
 */
export function useKeyboardDrag({ board, by, lanes, card, onDrop }: KeyboardDragOptions) {
  const drag = useDrag()
  const [announcement, setAnnouncement] = useState('')
  const lifted = drag?.by === 'keyboard' && card ? { card, target: drag.target } : null
  const nameOf = (one: Card) => `${board.key}-${one.number}`
  const inLane = (id: string) => lanes.find((lane) => lane.id === id)

  function lift(one: Card, height: number) {
    const lane = laneOf(by, one)
    const column = columnOf(board, one)
    const cell = inLane(lane)
    if (!column || !cell) return
    const cards = cardsIn(cell, column.id)
    const index = cards.findIndex(({ id }) => id === one.id)
    const target = { column_id: column.id, lane, before_id: cards[index + 1]?.id ?? null }
    cardLifted({ taskId: one.id, height, by: 'keyboard', target })
    setAnnouncement(texts.lifted(nameOf(one)))
  }

  function describe(held: Card, { column_id, lane, before_id }: DropTarget): string {
    const cell = inLane(lane)
    const others = cell ? cardsIn(cell, column_id).filter(({ id }) => id !== held.id) : []
    const found = others.findIndex(({ id }) => id === before_id)
    const place = (found === -1 ? others.length : found) + 1
    const where = [columnName(column_id), cell?.label].filter(Boolean).join(', ')
    return texts.placed(where, place, others.length + 1)
  }

  const columnName = (columnId: string | undefined) => findColumn(board, columnId)?.name ?? ''

  useEffect(() => {
    if (!lifted) return
    const { card: held, target } = lifted
    function handle(event: KeyboardEvent) {
      const step = steps[event.key]
      if (step && target) {
        const next = stepTarget(lanes, held, target, step)
        targetChanged(next)
        setAnnouncement(describe(held, next))
      } else if (event.key === ' ' || event.key === 'Enter') {
        dragEnded()
        if (target) onDrop(held, target)
        setAnnouncement(texts.dropped(nameOf(held), columnName(target?.column_id)))
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
