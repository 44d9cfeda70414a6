import type { Card, TaskStatus } from '@milepost/api-contracts/tasks'
import { useMemo, useRef } from 'react'
import type { DropTarget, PendingMoves } from './board.ts'
import type { Drag } from './board-store.ts'
import { KanbanCard } from './KanbanCard.tsx'
import { LaneCard } from './LaneCard.tsx'
import { useLaneSpan } from './use-lane-span.ts'

export interface LaneProps {
  status: TaskStatus
  cards: readonly Card[]
  projectKey: string
  names: ReadonlyMap<string, string>
  today: string
  /** The card being dragged, wherever it came from. */
  dragged: Card | undefined
  drag: Drag | null
  moves: PendingMoves
  mayMove: (card: Card) => boolean
}

type Item = { kind: 'card'; card: Card } | { kind: 'slot' }

/** A column's cards. Only those near the window are in the page, however many there are. */
export function KanbanLane({ status, cards, drag, dragged, ...lane }: LaneProps) {
  const list = useRef<HTMLUListElement>(null)
  const target = drag?.target?.status === status ? drag.target : null
  const items = useMemo(() => withSlot(cards, target), [cards, target])
  const { first, until, above, below } = useLaneSpan({ list, items, keyOf, estimate })

  return (
    <ul ref={list} style={{ paddingTop: above, paddingBottom: below }}>
      {items.slice(first, until).map((item) => (
        <li key={keyOf(item)} className="pb-1.5 [contain:layout_style]">
          {item.kind === 'slot' ? (
            <Slot drag={drag} dragged={dragged} {...lane} />
          ) : (
            <LaneCard
              card={item.card}
              projectKey={lane.projectKey}
              assignee={lane.names.get(item.card.assignee_id ?? '')}
              today={lane.today}
              movable={lane.mayMove(item.card)}
              pending={item.card.id in lane.moves}
              dragged={item.card.id === drag?.taskId}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type SlotProps = Pick<LaneProps, 'drag' | 'dragged' | 'projectKey' | 'names' | 'today'>

/** Where the card will land. One lifted by keyboard is shown here: no pointer carries it. */
function Slot({ drag, dragged, projectKey, names, today }: SlotProps) {
  if (drag?.by === 'keyboard' && dragged) {
    return (
      <KanbanCard
        card={dragged}
        projectKey={projectKey}
        assignee={names.get(dragged.assignee_id ?? '')}
        today={today}
        look="dragged"
      />
    )
  }
  return (
    <div
      aria-hidden="true"
      className="rounded-md border-[1.5px] border-accent border-dashed bg-accent-soft"
      style={{ height: drag?.height }}
    />
  )
}

function withSlot(cards: readonly Card[], target: DropTarget | null): Item[] {
  const items: Item[] = cards.map((card) => ({ kind: 'card', card }))
  if (!target) return items
  const before = cards.findIndex(({ id }) => id === target.before_id)
  return items.toSpliced(before === -1 ? items.length : before, 0, { kind: 'slot' })
}

const keyOf = (item: Item) => (item.kind === 'card' ? item.card.id : 'slot')

/** Near enough that the scroll bar does not jump when a card is measured. In pixels, its gap included. */
function estimate(item: Item): number {
  if (item.kind !== 'card') return 100
  const { title, labels, status, blocked_reason = '' } = item.card
  const titleLines = Math.min(3, Math.ceil(title.length / 30))
  const reasonLines = status === 'blocked' ? Math.ceil(blocked_reason.length / 32) + 1 : 0
  return 72 + titleLines * 18 + (labels?.length ? 24 : 0) + reasonLines * 16
}
