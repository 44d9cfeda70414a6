import type { Card } from '@milepost/api-contracts/tasks'
import { useEffect, useMemo, useRef } from 'react'
import { ColumnCard } from './ColumnCard.tsx'
import { cardHeight } from './card-height.ts'
import type { PendingDrops } from './drop.ts'
import { KanbanCard } from './KanbanCard.tsx'
import { useLaneSpan } from './use-lane-span.ts'

/** What every card of the board is shown with. */
export interface CardSetting {
  projectKey: string
  names: ReadonlyMap<string, string>
  /** The reader's calendar date. */
  today: string
  drops: PendingDrops
  mayMove: (card: Card) => boolean
  /** The card being dragged, wherever it came from. */
  draggedId: string | undefined
}

/** Where the dragged card would land. */
export interface DropSlot {
  before_id: string | null
  /** In pixels. */
  height: number
  /** One lifted by keyboard, which is shown here: no pointer carries it. */
  card: Card | undefined
}

interface CardListProps {
  cards: readonly Card[]
  slot: DropSlot | null
  setting: CardSetting
}

type Item = { kind: 'card'; card: Card } | { kind: 'slot' }

/** The cards of a cell. Only those near the window are in the page, however many there are. */
export function CardList({ cards, slot, setting }: CardListProps) {
  const { projectKey, names, today, drops, mayMove, draggedId } = setting
  const list = useRef<HTMLUListElement>(null)
  const target = slot === null ? undefined : slot.before_id
  const items = useMemo(() => withSlot(cards, target), [cards, target])
  const { first, until, above, below } = useLaneSpan({ list, items, keyOf, estimate })

  return (
    <ul ref={list} style={{ paddingTop: above, paddingBottom: below }}>
      {items.slice(first, until).map((item) => (
        <li key={keyOf(item)} className="pb-1.5 [contain:layout_style]">
          {item.kind === 'slot' ? (
            slot && <Slot slot={slot} setting={setting} />
          ) : (
            <ColumnCard
              card={item.card}
              projectKey={projectKey}
              assignee={names.get(item.card.assignee_id ?? '')}
              today={today}
              movable={mayMove(item.card)}
              pending={item.card.id in drops}
              dragged={item.card.id === draggedId}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where the card will land. */
function Slot({ slot, setting }: { slot: DropSlot; setting: CardSetting }) {
  const { card } = slot
  if (card) return <CarriedCard card={card} setting={setting} />
  return (
    <div
      aria-hidden="true"
      className="rounded-md border-[1.5px] border-accent border-dashed bg-accent-soft"
      style={{ height: slot.height }}
    />
  )
}

/** A card that the arrow keys carry: the page follows it. */
function CarriedCard({ card, setting }: { card: Card; setting: CardSetting }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div ref={place} className="scroll-mt-48 scroll-mb-20">
      <KanbanCard
        card={card}
        projectKey={setting.projectKey}
        assignee={setting.names.get(card.assignee_id ?? '')}
        today={setting.today}
        look="dragged"
      />
    </div>
  )
}

/** Undefined for no slot, null for one at the end. */
function withSlot(cards: readonly Card[], beforeId: string | null | undefined): Item[] {
  const items: Item[] = cards.map((card) => ({ kind: 'card', card }))
  if (beforeId === undefined) return items
  const before = cards.findIndex(({ id }) => id === beforeId)
  return items.toSpliced(before === -1 ? items.length : before, 0, { kind: 'slot' })
}

const keyOf = (item: Item) => (item.kind === 'card' ? item.card.id : 'slot')
const estimate = (item: Item) => (item.kind === 'card' ? cardHeight(item.card) : 100)
