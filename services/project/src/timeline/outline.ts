import type { TaskStatus } from '@milepost/api-contracts/tasks'

/** What a summary is made up from. */
export interface OutlineTask {
  id: string
  status: TaskStatus
  parent_task_id?: string | undefined
  start_date?: string | undefined
  due_date?: string | undefined
  estimate_minutes?: number | undefined
  completion_percentage: number
}

interface Sum {
  start: string | undefined
  due: string | undefined
  weight: number
  done: number
}

const nothing: Sum = { start: undefined, due: undefined, weight: 0, done: 0 }

/**
 * Parents before their subtasks, those of one parent in the order given, and each parent with the span
 * and the effort-weighted completion of the leaf tasks below it (DESIGN §7). Cancelled work counts in
 * neither. A parent of nothing with dates keeps its own. `medianEstimate` stands in for a missing one.
 */
export function outline<Task extends OutlineTask>(
  tasks: readonly Task[],
  medianEstimate: number | null,
): Task[] {
  const ordered = inOrder(tasks)
  const sums = new Map<string, Sum>()
  const result: Task[] = new Array(ordered.length)
  for (let index = ordered.length - 1; index >= 0; index--) {
    const task = ordered[index]
    if (!task) continue
    const below = sums.get(task.id)
    const rolled = below === undefined ? task : rollUp(task, below)
    result[index] = rolled
    if (rolled.parent_task_id === undefined) continue
    const sum = sums.get(rolled.parent_task_id) ?? nothing
    sums.set(rolled.parent_task_id, add(sum, below ?? leafSum(rolled, medianEstimate)))
  }
  return result
}

function leafSum(task: OutlineTask, medianEstimate: number | null): Sum {
  if (task.status === 'cancelled') return nothing
  const weight = task.estimate_minutes ?? medianEstimate ?? 1
  return {
    start: task.start_date ?? task.due_date,
    due: task.due_date ?? task.start_date,
    weight,
    done: weight * task.completion_percentage,
  }
}

const add = (one: Sum, other: Sum): Sum => ({
  start: extreme(one.start, other.start, -1),
  due: extreme(one.due, other.due, 1),
  weight: one.weight + other.weight,
  done: one.done + other.done,
})

function extreme(one: string | undefined, other: string | undefined, sign: number) {
  if (one === undefined || other === undefined) return one ?? other
  return (one < other ? -1 : 1) === sign ? one : other
}

function rollUp<Task extends OutlineTask>(task: Task, { start, due, weight, done }: Sum): Task {
  return {
    ...task,
    ...(start !== undefined && { start_date: start }),
    ...(due !== undefined && { due_date: due }),
    ...(weight > 0 && { completion_percentage: Math.round(done / weight) }),
  }
}

/** A stack and no recursion: a breakdown may be deep. A task whose parent is not there stands at the top. */
function inOrder<Task extends OutlineTask>(tasks: readonly Task[]): Task[] {
  const known = new Set(tasks.map(({ id }) => id))
  const children = new Map<string | undefined, Task[]>()
  for (const task of tasks) {
    const { parent_task_id } = task
    const parent = parent_task_id && known.has(parent_task_id) ? parent_task_id : undefined
    const siblings = children.get(parent)
    if (siblings) siblings.push(task)
    else children.set(parent, [task])
  }
  const ordered: Task[] = []
  const waiting = (children.get(undefined) ?? []).toReversed()
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    ordered.push(task)
    waiting.push(...(children.get(task.id) ?? []).toReversed())
  }
  return ordered
}
