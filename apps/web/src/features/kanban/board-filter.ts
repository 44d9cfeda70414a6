import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { dueState } from './due-state.ts'

export const flagNames = ['mine', 'blocked', 'late', 'unassigned'] as const
export type FlagName = (typeof flagNames)[number]

export const choiceNames = ['assignee', 'priority', 'label'] as const
export type ChoiceName = (typeof choiceNames)[number]

/** A card passes with every flag, one of each choice's values, and the text in its key, title or labels. */
export interface BoardFilter {
  flags: FlagName[]
  choices: Record<ChoiceName, string[]>
  text: string
}

export interface FilterContext {
  me: string | undefined
  today: string
}

export const noFilter: BoardFilter = {
  flags: [],
  choices: { assignee: [], priority: [], label: [] },
  text: '',
}

/** Filters live in the address, so that a view of a board can be sent to somebody. */
export const readFilter = (params: URLSearchParams): BoardFilter => ({
  flags: flagNames.filter((name) => params.has(name)),
  choices: {
    assignee: params.getAll('assignee'),
    priority: params.getAll('priority'),
    label: params.getAll('label'),
  },
  text: params.get('q') ?? '',
})

/** The address with this filter, and everything else as it was. */
export function writeFilter(params: URLSearchParams, filter: BoardFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of [...flagNames, ...choiceNames, 'q']) next.delete(name)
  for (const name of filter.flags) next.set(name, '')
  for (const name of choiceNames) for (const value of filter.choices[name]) next.append(name, value)
  if (filter.text !== '') next.set('q', filter.text)
  return next
}

export const isFiltered = ({ flags, choices, text }: BoardFilter) =>
  flags.length > 0 || text.trim() !== '' || choiceNames.some((name) => choices[name].length > 0)

const rules: Record<FlagName, (card: Card, context: FilterContext) => boolean> = {
  mine: (card, { me }) => card.assignee_id === me,
  blocked: (card) => card.status === 'blocked',
  late: (card, { today }) =>
    card.due_date !== undefined && dueState(card, card.due_date, today) === 'late',
  unassigned: (card) => card.assignee_id === undefined,
}

const valuesOf: Record<ChoiceName, (card: Card) => readonly (string | undefined)[]> = {
  assignee: ({ assignee_id }) => [assignee_id],
  priority: ({ priority }) => [priority],
  label: ({ labels = [] }) => labels,
}

/** The board with only the cards that pass; the same board when nothing is filtered. */
export function filterBoard(board: Kanban, filter: BoardFilter, context: FilterContext): Kanban {
  if (!isFiltered(filter)) return board
  const { flags, choices } = filter
  const text = filter.text.trim().toLowerCase()
  const asked = choiceNames.filter((name) => choices[name].length > 0)
  const passes = (card: Card) =>
    flags.every((name) => rules[name](card, context)) &&
    asked.every((name) =>
      valuesOf[name](card).some((value) => value !== undefined && choices[name].includes(value)),
    ) &&
    (text === '' || saysOf(board.key, card).includes(text))
  return {
    ...board,
    columns: board.columns.map((column) => ({ ...column, tasks: column.tasks.filter(passes) })),
  }
}

const saysOf = (key: string, { number, title, labels = [] }: Card) =>
  [`${key}-${number}`, title, ...labels].join(' ').toLowerCase()
