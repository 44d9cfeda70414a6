import type { Card, Kanban, KanbanColumnView, TaskPriority } from '@milepost/api-contracts/tasks'
import { priorityWord } from '#shared/ui/priority-word.ts'
import type { LaneFields } from './drop.ts'
import { texts } from './texts.ts'

/** What a board's swimlanes tell apart. */
export const groupings = ['none', 'assignee', 'priority', 'parent', 'milestone'] as const
export type Grouping = (typeof groupings)[number]

/** The columns once more, with the cards of one person, priority, parent or milestone. */
export interface Swimlane {
  /** Of the person or thing; "none" where there is none. */
  id: string
  label: string
  columns: KanbanColumnView[]
  count: number
  /** Of its cards. */
  done: number
  due_date?: string
}

interface Named {
  id: string
  name: string
  due_date: string
  status: string
}

export interface LaneContext {
  names: ReadonlyMap<string, string>
  milestones: readonly Named[]
  /** With the cards that the reader's filters hide, among them parents of cards that are shown. */
  all: Kanban
}

const fieldOf = {
  assignee: 'assignee_id',
  priority: 'priority',
  parent: 'parent_task_id',
  milestone: 'milestone_id',
} as const

export const laneOf = (by: Grouping, card: Card): string =>
  by === 'none' ? 'none' : (card[fieldOf[by]] ?? 'none')

/** What a card becomes in a lane; null where it is that already. */
export function fieldsOf(by: Grouping, card: Card, lane: string): LaneFields | null {
  if (by === 'none' || laneOf(by, card) === lane) return null
  return { [fieldOf[by]]: lane === 'none' ? null : lane }
}

/** The board's lanes from top to bottom. Ungrouped, it is one. */
export function arrangeLanes(board: Kanban, by: Grouping, context: LaneContext): Swimlane[] {
  if (by === 'none') return [{ id: 'none', label: '', count: 0, done: 0, columns: board.columns }]
  const cells = board.columns.map((column) => Map.groupBy(column.tasks, (card) => laneOf(by, card)))
  const used = new Set(cells.flatMap((cell) => [...cell.keys()]))
  // A lane that only a filter emptied says nothing.
  const filtered = context.all !== board
  const known = knownLanes(by, context)
  const listed = new Set(known.map(({ id }) => id))
  const others = [...used]
    .filter((id) => !listed.has(id))
    .map((id) => ({ id, label: texts.unknown }))
  return [...known.slice(0, -1), ...others, ...known.slice(-1)]
    .filter(({ id, optional }: Heading) => used.has(id) || !(filtered || optional))
    .map(({ id, label, due_date }: Heading) => {
      const columns = board.columns.map((column, at) => ({
        ...column,
        tasks: cells[at]?.get(id) ?? [],
      }))
      const counted = { count: countIn(columns), done: countIn(columns.filter(isDone)) }
      return { id, label, columns, ...counted, ...(due_date !== undefined && { due_date }) }
    })
}

interface Heading {
  id: string
  label: string
  due_date?: string
  /** Shown only with a card in it. */
  optional?: boolean
}

const isDone = ({ status }: KanbanColumnView) => status === 'done'
const countIn = (columns: readonly KanbanColumnView[]) =>
  columns.reduce((sum, { tasks }) => sum + tasks.length, 0)

/** Every lane there could be, the one of what has none last. */
function knownLanes(
  by: Exclude<Grouping, 'none'>,
  { names, milestones, all }: LaneContext,
): Heading[] {
  if (by === 'priority') {
    return Object.entries(priorityWord).map(([id, label]) => ({ id: id as TaskPriority, label }))
  }
  const none = { id: 'none', label: texts.noLane[by] }
  if (by === 'assignee') {
    const people = [...names].map(([id, label]) => ({ id, label }))
    return [...people.sort((one, other) => one.label.localeCompare(other.label)), none]
  }
  if (by === 'milestone') {
    const known = milestones.map(({ id, name, due_date, status }) => ({
      ...{ id, due_date, label: name, optional: status !== 'upcoming' },
    }))
    return [...known, none]
  }
  return [...parentsOf(all), none]
}

/** Every task that has another below it, by number. */
function parentsOf({ columns }: Kanban): Heading[] {
  const cards = columns.flatMap(({ tasks }) => tasks)
  const ids = new Set(cards.map(({ parent_task_id }) => parent_task_id))
  return cards
    .filter(({ id }) => ids.has(id))
    .sort((one, other) => one.number - other.number)
    .map(({ id, title, due_date }) => ({
      ...{ id, label: title, optional: true },
      ...(due_date !== undefined && { due_date }),
    }))
}
