import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { dueState } from './due-state.ts'

export const filterNames = ['mine', 'blocked', 'late'] as const
export type FilterName = (typeof filterNames)[number]

export interface FilterContext {
  me: string | undefined
  today: string
}

const rules: Record<FilterName, (card: Card, context: FilterContext) => boolean> = {
  mine: (card, { me }) => card.assignee_id === me,
  blocked: (card) => card.status === 'blocked',
  late: (card, { today }) =>
    card.due_date !== undefined && dueState(card, card.due_date, today) === 'late',
}

/** The board with only the cards that pass every filter in force. */
export function filterBoard(
  board: Kanban,
  filters: readonly FilterName[],
  context: FilterContext,
): Kanban {
  if (filters.length === 0) return board
  const passes = (card: Card) => filters.every((name) => rules[name](card, context))
  return {
    ...board,
    columns: board.columns.map((column) => ({ ...column, tasks: column.tasks.filter(passes) })),
  }
}
