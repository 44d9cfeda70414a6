import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { useQueryClient } from '@tanstack/react-query'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { columnOf, findColumn } from './board.ts'
import { cardDropped, reasonAsked, type SaidDrop } from './board-store.ts'
import { type Drop, type DropTarget, describeMove } from './drop.ts'
import { fieldsOf, type Grouping, type Swimlane } from './lanes.ts'
import { texts } from './texts.ts'

interface DropOptions {
  /** As it is shown. */
  board: Kanban
  by: Grouping
  lanes: readonly Swimlane[]
}

/** What a drop means, and what it takes: a reason for a block, the right to change what a lane says. */
export function useDrop({ board, by, lanes }: DropOptions) {
  const client = useQueryClient()

  function describe(card: Card, { column_id, lane, before_id }: DropTarget): Drop {
    const there = lanes.find(({ id }) => id === lane)
    const cell = there && findColumn(there, column_id)
    return {
      move: cell ? describeMove(board, cell, card, before_id) : null,
      fields: fieldsOf(by, card, lane),
    }
  }

  function stays(card: Card, target: DropTarget): boolean {
    const { move, fields } = describe(card, target)
    return move === null && fields === null
  }

  function drop(card: Card, target: DropTarget): void {
    const { move, fields } = describe(card, target)
    if (!move && !fields) return
    const refusal = fields && refuseLane(card, target.lane)
    const said = { card, drop: { move, fields }, text: say(card, target, fields !== null) }
    if (refusal) somethingFailed(refusal)
    else if (move?.status !== 'blocked') send(said)
    else if (card.status === 'blocked' && card.blocked_reason !== undefined)
      sendWithReason(said, card.blocked_reason)
    else reasonAsked(said)
  }

  function refuseLane(card: Card, lane: string): string | null {
    if (by === 'none') return null
    if (board.can.move !== 'all') return texts.laneNotYours(by)
    return by === 'parent' && lane === card.id ? texts.ownParent : null
  }

  function say(card: Card, { column_id, lane }: DropTarget, changesLane: boolean): string {
    const from = columnOf(board, card)?.id
    const parts = [
      from !== column_id && findColumn(board, column_id)?.name,
      changesLane && lanes.find(({ id }) => id === lane)?.label,
    ].filter((part) => typeof part === 'string')
    return parts.length === 0 ? texts.movedInColumn : texts.movedTo(parts.join(', '))
  }

  const send = (said: SaidDrop) => void cardDropped(client, board.project_id, said)
  const sendWithReason = ({ drop: { move, fields }, ...said }: SaidDrop, reason: string) =>
    send({ ...said, drop: { move: move && { ...move, blocked_reason: reason }, fields } })

  return { drop, stays, sendWithReason }
}
