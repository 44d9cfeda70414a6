import type { TaskRows, TaskRowView } from '@milepost/api-contracts/list'
import type { TaskView } from '@milepost/api-contracts/tasks'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'

const rowsKey = (projectId: string) => ['projects', projectId, 'task-rows']

export const useTaskRows = (projectId: string) =>
  useQuery({
    queryKey: rowsKey(projectId),
    // What happened while nobody listened; unchanged rows are not sent again.
    refetchOnMount: 'always',
    queryFn: ({ signal }) =>
      request<TaskRows>({ method: 'GET', path: `/projects/${projectId}/task-rows`, signal }),
  })

export const knownRow = (client: QueryClient, projectId: string, taskId: string) =>
  client.getQueryData<TaskRows>(rowsKey(projectId))?.tasks.find(({ id }) => id === taskId)

/**
 * The server's word on one task, and the only way it enters the list: the answer to our own change, the
 * state that came with a refusal, news of someone else's change. An older version never replaces a newer.
 */
export function rowArrived(client: QueryClient, projectId: string, row: TaskRowView): void {
  changeRows(client, projectId, (tasks) => withRow(tasks, row))
}

/** Puts a row back exactly as it was, whatever its version. */
export function rowRestored(client: QueryClient, projectId: string, row: TaskRowView): void {
  changeRows(client, projectId, (tasks) =>
    tasks.map((known) => (known.id === row.id ? row : known)),
  )
}

export function rowLeft(client: QueryClient, projectId: string, taskId: string): void {
  changeRows(client, projectId, (tasks) => tasks.filter(({ id }) => id !== taskId))
}

/** Reads the whole list again: something was missed, or is not understood. */
export const listOutdated = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: rowsKey(projectId), exact: true })

function withRow(tasks: readonly TaskRowView[], row: TaskRowView): TaskRowView[] {
  const at = tasks.findIndex(({ id }) => id === row.id)
  const known = tasks[at]
  if (!known) return [...tasks, row].toSorted((one, other) => one.number - other.number)
  return known.version > row.version ? [...tasks] : tasks.with(at, row)
}

function changeRows(
  client: QueryClient,
  projectId: string,
  change: (tasks: TaskRowView[]) => TaskRowView[],
) {
  client.setQueryData<TaskRows>(
    rowsKey(projectId),
    (list) => list && { ...list, tasks: change(list.tasks) },
  )
}

/** A task as its own address shows it, as a row. */
export function rowOf(task: TaskView): TaskRowView {
  const { subtasks } = task
  const given = {
    assignee_id: task.assignee_id,
    parent_task_id: task.parent_task_id,
    due_date: task.due_date,
    start_date: task.start_date,
    milestone_id: task.milestone_id,
    category_id: task.category_id,
    estimate_minutes: task.estimate_minutes,
    remaining_minutes: task.remaining_minutes,
    blocked_reason: task.blocked_reason,
    blocked_since: task.blocked_since,
    completed_on: task.completed_at?.slice(0, 10) ?? null,
    labels: task.labels.length > 0 ? task.labels : null,
    subtasks: subtasks.total > 0 ? subtasks : null,
  }
  return {
    ...{ id: task.id, number: task.number, title: task.title, status: task.status },
    ...{ rank: task.rank, priority: task.priority, version: task.version },
    completion_percentage: task.completion_percentage,
    ...(withoutNull(given) as Partial<TaskRowView>),
  }
}

/** A row leaves out what does not apply. */
const withoutNull = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
