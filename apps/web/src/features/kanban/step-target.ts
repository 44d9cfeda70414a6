import type { Card } from '@milepost/api-contracts/tasks'
import { cardsIn } from './board.ts'
import type { DropTarget } from './drop.ts'
import type { Swimlane } from './lanes.ts'

export type Step = 'up' | 'down' | 'left' | 'right'

/**
 * The next place for a card lifted by keyboard. Left and right keep the height in the column; up and
 * down go on into the next swimlane.
 */
export function stepTarget(
  lanes: readonly Swimlane[],
  card: Card,
  target: DropTarget,
  step: Step,
): DropTarget {
  const at = lanes.findIndex(({ id }) => id === target.lane)
  const lane = lanes[at]
  if (!lane) return target
  const cells = othersIn(lane, card)
  const others = cells(target.column_id)
  const found = others.findIndex(({ id }) => id === target.before_id)
  const index = found === -1 ? others.length : found
  const place = (columnId: string, there: number): DropTarget => ({
    column_id: columnId,
    lane: lane.id,
    before_id: cells(columnId)[there]?.id ?? null,
  })

  if (step === 'up' && index > 0) return place(target.column_id, index - 1)
  if (step === 'down' && index < others.length) return place(target.column_id, index + 1)
  if (step === 'up' || step === 'down') {
    const next = lanes[at + (step === 'up' ? -1 : 1)]
    if (!next) return target
    const first = step === 'down' ? othersIn(next, card)(target.column_id)[0] : undefined
    return { ...target, lane: next.id, before_id: first?.id ?? null }
  }
  const ids = lane.columns.map(({ id }) => id)
  const next = ids[ids.indexOf(target.column_id) + (step === 'left' ? -1 : 1)]
  return next === undefined ? target : place(next, Math.min(index, cells(next).length))
}

const othersIn = (lane: Swimlane, card: Card) => (columnId: string) =>
  cardsIn(lane, columnId).filter(({ id }) => id !== card.id)
