import type { Timeline, TimelineTask } from '@milepost/api-contracts/timeline'

export type TimelineMilestone = Timeline['milestones'][number]
export type ExternalTask = Timeline['external_tasks'][number]

export interface TaskRow {
  kind: 'task'
  id: string
  task: TimelineTask
  /** 0 for what has no parent. */
  depth: number
  parent: boolean
  collapsed: boolean
}
export interface MilestoneRow {
  kind: 'milestone'
  id: string
  milestone: TimelineMilestone
  depth: number
}
/** The end of a link that lies in another project. */
export interface ExternalRow {
  kind: 'external'
  id: string
  task: ExternalTask
  depth: 0
}
export type TimelineRow = TaskRow | MilestoneRow | ExternalRow

export interface Rows {
  rows: TimelineRow[]
  /** The row that shows a task: its own, or that of the nearest parent that is not folded away. */
  rowOf: Map<string, number>
}

interface RowsOptions {
  collapsed: ReadonlySet<string>
  /** Only these and what they belong to; undefined shows everything. */
  passes?: ((task: TimelineTask) => boolean) | undefined
}

/**
 * The tree as a list: tasks under their parent, a milestone after the tasks that lead to it when they
 * share a parent, else at the end.
 */
export function listRows(timeline: RowsSource, { collapsed, passes }: RowsOptions): Rows {
  const byId = new Map(timeline.tasks.map((task) => [task.id, task]))
  const shown = passes && shownWith(timeline.tasks, byId, passes)
  const children = new Map<string | undefined, TimelineTask[]>()
  for (const task of timeline.tasks) {
    if (shown && !shown.has(task.id)) continue
    // A parent that is not in the answer leaves its subtasks at the top.
    const parentId = byId.has(task.parent_task_id ?? '') ? task.parent_task_id : undefined
    const siblings = children.get(parentId)
    if (siblings) siblings.push(task)
    else children.set(parentId, [task])
  }
  const milestones = milestonesByParent(timeline, byId)
  const rows: TimelineRow[] = []
  const rowOf = new Map<string, number>()

  // A stack instead of recursion: depth is whatever people make it.
  interface Step {
    task: TimelineTask
    depth: number
    hiddenIn: number | undefined
  }
  const stack: (Step | MilestoneRow)[] = []
  const push = (parentId: string | undefined, depth: number, hiddenIn: number | undefined) => {
    if (hiddenIn === undefined && !passes)
      for (const milestone of (milestones.get(parentId) ?? []).toReversed())
        stack.push({ kind: 'milestone', id: milestone.id, milestone, depth })
    const list = children.get(parentId) ?? []
    for (let index = list.length - 1; index >= 0; index--) {
      const task = list[index]
      if (task) stack.push({ task, depth, hiddenIn })
    }
  }
  push(undefined, 0, undefined)
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('kind' in next) {
      rows.push(next)
      continue
    }
    const { task, depth, hiddenIn } = next
    rowOf.set(task.id, hiddenIn ?? rows.length)
    const parent = children.has(task.id) || milestones.has(task.id)
    const folded = collapsed.has(task.id)
    const within = hiddenIn ?? (folded ? rows.length : undefined)
    if (hiddenIn === undefined)
      rows.push({ kind: 'task', id: task.id, task, depth, parent, collapsed: folded })
    push(task.id, depth + 1, within)
  }
  for (const task of passes ? [] : timeline.external_tasks) {
    rowOf.set(task.id, rows.length)
    rows.push({ kind: 'external', id: task.id, task, depth: 0 })
  }
  return { rows, rowOf }
}
type RowsSource = Pick<Timeline, 'tasks' | 'milestones' | 'external_tasks'>

/** What passes, with all parents above it. */
function shownWith(
  tasks: readonly TimelineTask[],
  byId: Map<string, TimelineTask>,
  passes: (task: TimelineTask) => boolean,
): Set<string> {
  const shown = new Set<string>()
  for (const task of tasks) {
    if (!passes(task)) continue
    let next: TimelineTask | undefined = task
    while (next && !shown.has(next.id)) {
      shown.add(next.id)
      next = byId.get(next.parent_task_id ?? '')
    }
  }
  return shown
}

function milestonesByParent({ tasks, milestones }: RowsSource, byId: Map<string, TimelineTask>) {
  const parents = new Map<string, string | undefined>()
  const split = new Set<string>()
  for (const { milestone_id, parent_task_id } of tasks) {
    if (milestone_id === undefined) continue
    if (parents.has(milestone_id) && parents.get(milestone_id) !== parent_task_id)
      split.add(milestone_id)
    parents.set(milestone_id, parent_task_id)
  }
  const byParent = new Map<string | undefined, TimelineMilestone[]>()
  for (const milestone of milestones.toSorted((a, b) => (a.due_date < b.due_date ? -1 : 1))) {
    const found = split.has(milestone.id) ? undefined : parents.get(milestone.id)
    const parentId = byId.has(found ?? '') ? found : undefined
    const list = byParent.get(parentId)
    if (list) list.push(milestone)
    else byParent.set(parentId, [milestone])
  }
  return byParent
}

/** The tasks under a task that have none of their own, or the task itself. */
export function leavesUnder(tasks: readonly TimelineTask[], taskId: string): TimelineTask[] {
  const children = Map.groupBy(tasks, ({ parent_task_id }) => parent_task_id)
  const leaves: TimelineTask[] = []
  const open = tasks.filter(({ id }) => id === taskId)
  for (let next = open.pop(); next; next = open.pop()) {
    const below = children.get(next.id)
    if (below) open.push(...below)
    else leaves.push(next)
  }
  return leaves
}
