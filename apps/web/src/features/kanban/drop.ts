import type {
  Card,
  Kanban,
  KanbanColumnView,
  MoveTask,
  UpdateTask,
} from '@milepost/api-contracts/tasks'
import { byRank, cardsIn, columnOf, findCard, placeByRank, withoutCard } from './board.ts'

/** What a swimlane says of its cards; null empties a field. */
export type LaneFields = Pick<
  UpdateTask,
  'assignee_id' | 'priority' | 'milestone_id' | 'parent_task_id'
>

/** A drop: where the card goes, and what its new swimlane makes of it; null for what stays as it is. */
export interface Drop {
  move: MoveTask | null
  fields: LaneFields | null
}

/** The drops that the server has not answered yet, by task. */
export type PendingDrops = Readonly<Record<string, Drop>>

/** Where a card would land: before another card of the column in this swimlane, or at its end. */
export interface DropTarget {
  column_id: string
  lane: string
  before_id: string | null
}

/**
 * The board as it will look once the server agrees to the pending drops. Ranks are the server's to
 * give: a dropped card is shown beside its neighbours without one. Taking a drop out of `drops` is
 * therefore an exact roll-back, whatever else has arrived meanwhile.
 */
export function layOut(board: Kanban, drops: PendingDrops): Kanban {
  let shown = board
  for (const [taskId, { move, fields }] of Object.entries(drops)) {
    const card = findCard(shown, taskId)
    if (!card) continue
    const changed = withFields(card, fields)
    shown = move ? moved(shown, changed, move) : replaced(shown, changed)
  }
  return shown
}

const replaced = (board: Kanban, card: Card): Kanban => ({
  ...board,
  columns: board.columns.map((column) => {
    const at = column.tasks.findIndex(({ id }) => id === card.id)
    return at === -1 ? column : { ...column, tasks: column.tasks.with(at, card) }
  }),
})

function moved(board: Kanban, card: Card, move: MoveTask): Kanban {
  const without = withoutCard(board, card.id)
  const home = columnOf(without, move)
  return {
    ...without,
    columns: without.columns.map((column) =>
      column === home
        ? {
            ...column,
            tasks: column.tasks.toSpliced(placeFor(column.tasks, move), 0, shownAs(card, move)),
          }
        : column,
    ),
  }
}

/** The card with the fields that a swimlane gives it. A card leaves out what is null. */
export function withFields(card: Card, fields: LaneFields | null): Card {
  if (!fields) return card
  const entries = Object.entries({ ...card, ...fields }).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as Card
}

/** A card that left "Blocked" no longer shows why it was there, and the other way round. */
function shownAs({ blocked_reason, blocked_since, ...card }: Card, move: MoveTask): Card {
  const { status, column_id } = move
  const shown = { ...card, status, ...(column_id !== undefined && { column_id }) }
  if (status !== 'blocked') return shown
  const reason = move.blocked_reason ?? blocked_reason
  return {
    ...shown,
    ...(reason !== undefined && { blocked_reason: reason }),
    ...(blocked_since !== undefined && { blocked_since }),
  }
}

function placeFor(cards: readonly Card[], { after_id, before_id }: MoveTask): number {
  const above = cards.findIndex(({ id }) => id === after_id)
  if (above !== -1) return above + 1
  const below = cards.findIndex(({ id }) => id === before_id)
  return below === -1 ? cards.length : below
}

/**
 * What to tell the server about a drop into a cell, which is a column with the cards of one swimlane;
 * null when the card would stay where it is.
 */
export function describeMove(
  board: Kanban,
  cell: KanbanColumnView,
  card: Card,
  beforeId: string | null,
): MoveTask | null {
  const { tasks } = cell
  const own = tasks.findIndex(({ id }) => id === card.id)
  const target = beforeId === null ? -1 : tasks.findIndex(({ id }) => id === beforeId)
  const index = target === -1 ? tasks.length : target
  if (own !== -1 && (index === own || index === own + 1)) return null
  // It comes from another swimlane of the same column, and would stand there anyway.
  const stays = own === -1 && columnOf(board, card)?.id === cell.id
  if (stays && placeByRank(tasks, card) === index) return null
  return {
    status: cell.status,
    column_id: cell.id,
    after_id: tasks[index - 1]?.id ?? null,
    before_id: tasks[index]?.id ?? null,
    version: card.version,
  }
}

/**
 * The drop that brings a card back to exactly where it was and what it was, once it has the version it
 * has now. Ranks order the cards of a status over all its columns, so its neighbours are looked for
 * there.
 */
export function describeReturn(before: Kanban, card: Card, drop: Drop, version: number): Drop {
  const { move, fields } = drop
  return {
    move: move && returnOf(before, card, version),
    fields: fields && formerFields(card, fields),
  }
}

function returnOf(before: Kanban, card: Card, version: number): MoveTask {
  const { status } = card
  const home = columnOf(before, card)
  const columns = before.columns.filter((column) => column.status === status)
  const order =
    columns.length > 1
      ? columns.flatMap(({ tasks }) => tasks).sort(byRank)
      : cardsIn(before, home?.id ?? '')
  const index = order.findIndex(({ id }) => id === card.id)
  return {
    status,
    ...(home && { column_id: home.id }),
    after_id: order[index - 1]?.id ?? null,
    before_id: order[index + 1]?.id ?? null,
    version,
    ...(status === 'blocked' && { blocked_reason: card.blocked_reason ?? 'Blocked' }),
  }
}

/** What takes these fields back. */
export function formerFields(card: Card, fields: LaneFields): LaneFields {
  const names = Object.keys(fields) as (keyof LaneFields & keyof Card)[]
  return Object.fromEntries(names.map((name) => [name, card[name] ?? null]))
}
