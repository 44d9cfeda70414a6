import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { type RefObject, useEffect, useRef } from 'react'
import { cardsIn, findCard } from './board.ts'
import {
  cardLifted,
  currentDrag,
  dragEnded,
  draggedCard,
  targetChanged,
  useDrag,
} from './board-store.ts'
import type { DropTarget } from './drop.ts'
import { cardBelow, cardsInPage, cellAt, nameOfCell } from './drop-target.ts'
import { KanbanCard } from './KanbanCard.tsx'
import type { Swimlane } from './lanes.ts'
import { cardElementOf } from './use-card-events.ts'
import type { Press } from './use-pointer-drag.ts'

export interface PointerDragProps {
  /** Holds the columns. */
  surface: RefObject<HTMLElement | null>
  /** As it is shown. */
  board: Kanban
  lanes: readonly Swimlane[]
  /** What the pointer did while this was on its way. */
  press: RefObject<Press>
  names: ReadonlyMap<string, string>
  today: string
  /** Whether a drop there would change nothing. */
  stays: (card: Card, target: DropTarget) => boolean
  onDrop: (card: Card, target: DropTarget) => void
}

/** In pixels of the window. */
interface Point {
  x: number
  y: number
}

/** The card in hand, where it is held, from its left and top, and where the pointer is. */
interface Held {
  element: HTMLElement
  offset: Point
  pointer: Point
}

/** Where people look: near the top of the card, whatever its height. In pixels. */
const eyeLine = 36

/** Carrying a card by mouse or finger. */
export function PointerDrag(props: PointerDragProps) {
  const { surface, board, lanes, press, names, today, stays, onDrop } = props
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

  /** By the pointer itself: what dnd-kit tells is a move behind when the hand is quick. */
  function target(lifted: Card): DropTarget | null {
    if (!held.current) return null
    const { element, offset, pointer } = held.current
    const cell = cellAt(pointer.x, pointer.y)
    if (!cell) return null
    const name = nameOfCell(cell)
    const lane = lanes.find(({ id }) => id === name.lane)
    const y = pointer.y - offset.y + Math.min(element.offsetHeight / 2, eyeLine)
    const order = lane ? cardsIn(lane, name.column_id) : []
    const found = { ...name, before_id: cardBelow(order, cardsInPage(cell), y) }
    return stays(lifted, found) ? null : found
  }

  const handleMove = () => card && targetChanged(target(card))

  function handleEnd() {
    const ended = currentDrag()
    if (ended?.by !== 'pointer') return
    dragEnded()
    const lifted = findCard(board, ended.taskId)
    const there = lifted && target(lifted)
    if (lifted && there) onDrop(lifted, there)
  }

  return (
    <DndContext
      sensors={sensors}
      accessibility={silent}
      onDragStart={handleStart}
      onDragMove={handleMove}
      onDragEnd={handleEnd}
      onDragCancel={dragEnded}
    >
      <Surface surface={surface} press={press} held={held} onUp={handleEnd} />
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

/** Who listens moves cards with the keyboard, which says in words where they are. */
const nothing = () => undefined
const silent = {
  announcements: {
    onDragStart: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
  screenReaderInstructions: { draggable: '' },
}

interface SurfaceProps extends Pick<PointerDragProps, 'surface' | 'press'> {
  held: RefObject<Held | null>
  /** The pointer let go, after dnd-kit has heard of it. */
  onUp: () => void
}

/**
 * To dnd-kit the board holds one thing to drag: whichever card is pressed. Thousands of cards would
 * each have to be told of every drag.
 */
function Surface({ surface, press, held, onUp }: SurfaceProps) {
  const { listeners, setNodeRef } = useDraggable({ id: 'card' })
  const latest = useRef(onUp)
  useEffect(() => {
    latest.current = onUp
  })

  useEffect(() => {
    const gone = new AbortController()
    const { signal } = gone
    function follow(event: MouseEvent | TouchEvent) {
      const pointer = pointOf(event)
      if (held.current && pointer) held.current.pointer = pointer
    }
    // Before dnd-kit hears of it on the document, so that it is known by then where the pointer is.
    for (const name of ['mousemove', 'mouseup', 'touchmove', 'touchend'] as const)
      window.addEventListener(name, follow, { signal, capture: true, passive: true })
    // A drag that ends before dnd-kit has drawn it once is one it says nothing of.
    for (const name of ['mouseup', 'touchend'] as const)
      window.addEventListener(name, () => latest.current(), { signal })
    return () => gone.abort()
  }, [held])

  useEffect(() => {
    const board = surface.current
    function take(event: MouseEvent | TouchEvent) {
      const element = cardElementOf(event.target)
      const pointer = pointOf(event)
      if (!element || !pointer || !('movable' in element.dataset)) return
      const { left, top } = element.getBoundingClientRect()
      held.current = { element, pointer, offset: { x: pointer.x - left, y: pointer.y - top } }
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
  }, [surface, press, held, listeners, setNodeRef])
  return null
}

function pointOf(event: MouseEvent | TouchEvent): Point | undefined {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  return at && { x: at.clientX, y: at.clientY }
}

/** The first move lifts the card, the second carries it. */
async function repeat(move: MouseEvent | null, up: MouseEvent | null) {
  for (const event of [move, move, up]) {
    if (!event) continue
    await new Promise(requestAnimationFrame)
    document.dispatchEvent(new MouseEvent(event.type, event))
  }
}
