import {
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { type RefObject, useEffect, useRef } from 'react'
import { cardsIn, type DropTarget, describeDrop } from './board.ts'
import {
  cardLifted,
  currentDrag,
  dragEnded,
  draggedCard,
  targetChanged,
  useDrag,
} from './board-store.ts'
import { cardsInPage, columnAt, targetAt } from './drop-target.ts'
import { KanbanCard } from './KanbanCard.tsx'
import { cardElementOf } from './use-card-events.ts'
import type { Press } from './use-pointer-drag.ts'

export interface PointerDragProps {
  /** Holds the columns. */
  surface: RefObject<HTMLElement | null>
  /** As it is shown. */
  board: Kanban
  /** What the pointer did while this was on its way. */
  press: RefObject<Press>
  names: ReadonlyMap<string, string>
  today: string
  onDrop: (card: Card, target: DropTarget) => void
}

/** The card in hand, and where: pixels from its left and its top. */
interface Held {
  element: HTMLElement
  x: number
  y: number
}

/** Where people look: near the top of the card, whatever its height. */
const eyeLine = 36

/** Carrying a card by mouse or finger. */
export function PointerDrag({ surface, board, press, names, today, onDrop }: PointerDragProps) {
  const held = useRef<Held | null>(null)
  const drag = useDrag()
  const card = draggedCard(board, drag)
  const sensors = useSensors(
    // A press must travel before it is a drag, or a click on a card would be one; a finger must rest.
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  )

  function handleStart() {
    const { element } = held.current ?? {}
    if (!element?.dataset.card) return
    const { card: taskId } = element.dataset
    cardLifted({ taskId, height: element.offsetHeight, by: 'pointer', target: null })
  }

  function handleMove({ active, over }: DragMoveEvent) {
    const place = active.rect.current.translated
    if (!place || !over || !held.current) return targetChanged(null)
    const status = columnAt(place.left + held.current.x, place.top + held.current.y)
    if (!status) return targetChanged(null)
    const y = place.top + Math.min(place.height / 2, eyeLine)
    const target = targetAt(status, cardsIn(board, status), cardsInPage(status), y)
    const stays = card && describeDrop(board, card, target) === null
    targetChanged(stays ? null : target)
  }

  function handleEnd() {
    const ended = currentDrag()
    dragEnded()
    if (ended?.target && card) onDrop(card, ended.target)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={silent}
      onDragStart={handleStart}
      onDragMove={handleMove}
      onDragEnd={handleEnd}
      onDragCancel={dragEnded}
    >
      <Surface surface={surface} press={press} held={held} />
      <DragOverlay dropAnimation={null} zIndex={70}>
        {drag?.by === 'pointer' && card && (
          <KanbanCard
            card={card}
            projectKey={board.key}
            assignee={names.get(card.assignee_id ?? '')}
            today={today}
            look="dragged"
          />
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** Who listens moves cards with the keyboard, which says where they are. */
const nothing = () => undefined
const silent = {
  announcements: {
    onDragStart: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
}

interface SurfaceProps extends Pick<PointerDragProps, 'surface' | 'press'> {
  held: RefObject<Held | null>
}

/**
 * To dnd-kit the board is one place to drop on and holds one thing to drag: whichever card is
 * pressed. Thousands of cards would each have to be told of every drag.
 */
function Surface({ surface, press, held }: SurfaceProps) {
  const { listeners, setNodeRef } = useDraggable({ id: 'card' })
  const { setNodeRef: setDropRef } = useDroppable({ id: 'board' })

  useEffect(() => {
    const board = surface.current
    setDropRef(board)
    function take(event: MouseEvent | TouchEvent) {
      const element = cardElementOf(event.target)
      if (!element || !('movable' in element.dataset)) return
      const { clientX = 0, clientY = 0 } = 'touches' in event ? (event.touches[0] ?? {}) : event
      const { left, top } = element.getBoundingClientRect()
      held.current = { element, x: clientX - left, y: clientY - top }
      setNodeRef(element)
      const listener = event.type === 'mousedown' ? 'onMouseDown' : 'onTouchStart'
      listeners?.[listener]?.({ nativeEvent: event })
    }
    board?.addEventListener('mousedown', take)
    board?.addEventListener('touchstart', take, { passive: true })
    const { down, move, up } = press.current
    press.current = { down: null, move: null, up: null }
    if (down) {
      take(down)
      void repeat(move, up)
    }
    return () => {
      board?.removeEventListener('mousedown', take)
      board?.removeEventListener('touchstart', take)
    }
  }, [surface, press, held, listeners, setNodeRef, setDropRef])
  return null
}

/** The first move lifts the card, the second carries it. */
async function repeat(move: MouseEvent | null, up: MouseEvent | null) {
  for (const event of [move, move, up]) {
    if (!event) continue
    await new Promise(requestAnimationFrame)
    document.dispatchEvent(new MouseEvent(event.type, event))
  }
}
