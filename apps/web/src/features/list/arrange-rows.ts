import type { TaskRows, TaskRowView } from '@milepost/api-contracts/list'
import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { addDays, isoWeek } from '#shared/format/dates.ts'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ColumnId, FilterName, Grouping, ListState, Sorting } from './list-state.ts'

/** What a list is made of besides its tasks. */
export interface ListContext {
  rows: Pick<TaskRows, 'key' | 'milestones' | 'categories'>
  names: ReadonlyMap<string, string>
  today: string
}

/** A line of the list. */
export type Line =
  | { kind: 'group'; id: string; label: string; count: number }
  | { kind: 'task'; id: string; task: TaskRowView; depth: number }

const statusOrder = Object.keys(statusWord)
const priorityOrder = Object.keys(priorityWord)

const finished = (status: TaskStatus) => status === 'done' || status === 'cancelled'

const valuesOf: Record<FilterName, (task: TaskRowView) => readonly (string | undefined)[]> = {
  status: ({ status }) => [status],
  assignee: ({ assignee_id }) => [assignee_id],
  priority: ({ priority }) => [priority],
  milestone: ({ milestone_id }) => [milestone_id],
  category: ({ category_id }) => [category_id],
  label: ({ labels }) => (labels && labels.length > 0 ? labels : [undefined]),
}

/** The tasks that pass every filter in force. */
function filterTasks(
  tasks: readonly TaskRowView[],
  { text, filters, due }: Pick<ListState, 'text' | 'filters' | 'due'>,
  { rows, today }: ListContext,
): TaskRowView[] {
  const wanted = text.trim().toLowerCase()
  const names = Object.entries(filters).filter(([, values]) => values.length > 0) as [
    FilterName,
    string[],
  ][]
  const sunday = addDays(isoWeek(today).monday, 6)
  const dueRules = {
    late: (task: TaskRowView) =>
      task.due_date !== undefined && task.due_date < today && !finished(task.status),
    week: ({ due_date }: TaskRowView) =>
      due_date !== undefined && due_date >= today && due_date <= sunday,
    none: ({ due_date }: TaskRowView) => due_date === undefined,
  }
  return tasks.filter(
    (task) =>
      (wanted === '' ||
        task.title.toLowerCase().includes(wanted) ||
        `${rows.key}-${task.number}`.toLowerCase() === wanted) &&
      names.every(([name, values]) =>
        valuesOf[name](task).some((value) => values.includes(value ?? 'none')),
      ) &&
      (due === null || dueRules[due](task)),
  )
}

type Comparable = string | number | undefined

/** What a column sorts by; nothing sorts last in either direction. */
function sortValue(column: ColumnId, context: ListContext): (task: TaskRowView) => Comparable {
  const { rows, names } = context
  const milestones = new Map(rows.milestones.map(({ id, due_date }) => [id, due_date]))
  const categories = new Map(rows.categories.map(({ id, name }) => [id, name.toLowerCase()]))
  const values: Record<ColumnId, (task: TaskRowView) => Comparable> = {
    key: ({ number }) => number,
    title: ({ title }) => title.toLowerCase(),
    status: ({ status }) => statusOrder.indexOf(status),
    assignee: ({ assignee_id }) => assignee_id && names.get(assignee_id)?.toLowerCase(),
    priority: ({ priority }) => priorityOrder.indexOf(priority),
    start: ({ start_date }) => start_date,
    due: ({ due_date }) => due_date,
    estimate: ({ estimate_minutes }) => estimate_minutes,
    remaining: ({ remaining_minutes }) => remaining_minutes,
    progress: ({ completion_percentage }) => completion_percentage,
    milestone: ({ milestone_id }) => milestone_id && milestones.get(milestone_id),
    category: ({ category_id }) => category_id && categories.get(category_id),
    labels: ({ labels }) => labels?.join(),
  }
  return values[column]
}

function sortTasks(
  tasks: readonly TaskRowView[],
  { column, descending }: Sorting,
  context: ListContext,
): TaskRowView[] {
  const value = sortValue(column, context)
  const keyed = tasks.map((task) => ({ task, by: value(task) }))
  const sign = descending ? -1 : 1
  keyed.sort((one, other) => {
    if (one.by === other.by) return one.task.number - other.task.number
    if (one.by === undefined) return 1
    if (other.by === undefined) return -1
    return one.by < other.by ? -sign : sign
  })
  return keyed.map(({ task }) => task)
}

/** The lines of a list: groups with their tasks, or the tree where nothing tears it apart. */
export function arrangeRows(
  tasks: readonly TaskRowView[],
  state: ListState,
  context: ListContext,
): Line[] {
  const shown = sortTasks(filterTasks(tasks, state, context), state.sort, context)
  if (state.group === 'none') {
    return state.sort.column === 'key' ? asTree(shown) : shown.map((task) => line(task, 0))
  }
  const label = groupLabel(state.group, tasks, context)
  const { group } = state
  const groups = Map.groupBy(shown, (task) => groupOf(group, task) ?? 'none')
  return orderedGroups(state.group, [...groups.keys()], context).flatMap((id) => {
    const members = groups.get(id) ?? []
    return [
      { kind: 'group' as const, id: `group ${id}`, label: label(id), count: members.length },
      ...members.map((task) => line(task, 0)),
    ]
  })
}

const line = (task: TaskRowView, depth: number): Line => ({
  ...{ kind: 'task', id: task.id, task, depth },
})

/** Subtasks below their parent. One whose parent a filter took away stands where its parent would. */
function asTree(tasks: readonly TaskRowView[]): Line[] {
  const there = new Set(tasks.map(({ id }) => id))
  const children = Map.groupBy(tasks, ({ parent_task_id }) =>
    parent_task_id !== undefined && there.has(parent_task_id) ? parent_task_id : null,
  )
  const lines: Line[] = []
  const stack = (children.get(null) ?? []).toReversed().map((task) => ({ task, depth: 0 }))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { task, depth } = next
    lines.push(line(task, depth))
    for (const child of (children.get(task.id) ?? []).toReversed()) {
      stack.push({ task: child, depth: depth + 1 })
    }
  }
  return lines
}

function groupOf(group: Exclude<Grouping, 'none'>, task: TaskRowView): string | undefined {
  if (group === 'parent') return task.parent_task_id
  return valuesOf[group](task)[0]
}

function groupLabel(
  group: Exclude<Grouping, 'none'>,
  tasks: readonly TaskRowView[],
  { rows, names }: ListContext,
): (id: string) => string {
  const milestones = new Map(rows.milestones.map(({ id, name }) => [id, name]))
  const titles = group === 'parent' ? new Map(tasks.map(({ id, title }) => [id, title])) : new Map()
  const words: Record<Exclude<Grouping, 'none'>, (id: string) => string | undefined> = {
    status: (id) => statusWord[id as TaskStatus],
    assignee: (id) => (id === 'none' ? 'Nobody' : names.get(id)),
    priority: (id) => priorityWord[id as keyof typeof priorityWord],
    milestone: (id) => (id === 'none' ? 'No milestone' : milestones.get(id)),
    parent: (id) => (id === 'none' ? 'Top level' : titles.get(id)),
  }
  return (id) => words[group](id) ?? 'Unknown'
}

function orderedGroups(group: Grouping, ids: string[], { rows, names }: ListContext): string[] {
  const milestones = rows.milestones.map(({ id }) => id)
  const position = (id: string): Comparable => {
    if (id === 'none') return undefined
    if (group === 'status') return statusOrder.indexOf(id)
    if (group === 'priority') return priorityOrder.indexOf(id)
    if (group === 'milestone') return milestones.indexOf(id)
    return group === 'assignee' ? names.get(id) : 0
  }
  return ids.toSorted((one, other) => {
    const [a, b] = [position(one), position(other)]
    if (a === b) return 0
    if (a === undefined) return 1
    return b === undefined || a < b ? -1 : 1
  })
}
