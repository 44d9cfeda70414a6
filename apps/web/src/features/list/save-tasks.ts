import type {
  BulkChange,
  BulkResult,
  TaskRowView,
  UndoneChangeSet,
} from '@milepost/api-contracts/list'
import type { TaskView, UpdateTask } from '@milepost/api-contracts/tasks'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, currentOf, explain } from '#shared/api/api-problem.ts'
import { request } from '#shared/api/request.ts'
import { plural } from '#shared/format/numbers.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { knownRow, listOutdated, rowArrived, rowOf, rowRestored } from './list-query.ts'
import { texts } from './texts.ts'

export type RowChange = Omit<UpdateTask, 'version'>

/** Where the list is. */
export interface Place {
  client: QueryClient
  projectId: string
  projectKey: string
}

/** Shows a change at once, then asks. A refusal puts the row back exactly and says why. */
export async function changeRow(
  place: Place,
  row: TaskRowView,
  change: RowChange,
): Promise<boolean> {
  const { client, projectId, projectKey } = place
  const former = formerValues(row, change)
  const saved = await send(place, row, change)
  if (!saved) return false
  somethingHappened({
    subject: `${projectKey}-${row.number}`,
    text: texts.changed,
    undo: () => {
      const now = knownRow(client, projectId, row.id)
      if (now) void send(place, now, former)
    },
  })
  return true
}

async function send(
  { client, projectId }: Place,
  row: TaskRowView,
  change: RowChange,
): Promise<boolean> {
  rowRestored(client, projectId, { ...row, ...shownAs(change) })
  try {
    const task = await request<TaskView>({
      method: 'PATCH',
      path: `/tasks/${row.id}`,
      body: { ...change, version: row.version },
    })
    rowArrived(client, projectId, rowOf(task))
    return true
  } catch (error) {
    rowRestored(client, projectId, row)
    const current = currentOf<TaskView>(error, 'task-changed')
    if (current) rowArrived(client, projectId, rowOf(current))
    if (!(error instanceof ApiProblem)) throw error
    somethingFailed(error.message)
    return false
  }
}

/** A row leaves out what is null. */
const shownAs = (change: RowChange) =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, value ?? undefined]),
  ) as Partial<TaskRowView>

/** What takes a change back. A reason belongs to a block, so it goes and comes with it. */
function formerValues(row: TaskRowView, change: RowChange): RowChange {
  const names = Object.keys(change) as (keyof TaskRowView & keyof RowChange)[]
  const former = Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
  if (!('status' in change)) return former
  return row.status === 'blocked'
    ? { ...former, blocked_reason: row.blocked_reason ?? texts.noReason }
    : { ...former, blocked_reason: null }
}

const chosen = (rows: readonly TaskRowView[]) =>
  rows.map(({ id, version }) => ({ task_id: id, version }))

/** Changes all of them or none; what was done can be taken back as one. */
export const changeRows = (place: Place, rows: readonly TaskRowView[], set: BulkChange) =>
  sendMany(place, {
    path: 'bulk',
    body: { tasks: chosen(rows), set },
    done: (count) => texts.changedMany(plural(count, 'task')),
  })

export const deleteRows = (place: Place, rows: readonly TaskRowView[]) =>
  sendMany(place, {
    path: 'bulk-delete',
    body: { tasks: chosen(rows) },
    done: (count) => texts.deletedMany(plural(count, 'task')),
  })

interface Many {
  path: 'bulk' | 'bulk-delete'
  body: object
  done: (count: number) => string
}

async function sendMany(place: Place, { path, body, done }: Many): Promise<boolean> {
  const { client, projectId } = place
  try {
    const { change_set_id, changed } = await request<BulkResult>({
      method: 'POST',
      path: `/projects/${projectId}/tasks/${path}`,
      body,
    })
    await listOutdated(client, projectId)
    somethingHappened({
      text: done(changed),
      ...(change_set_id !== null && { undo: () => void undo(place, change_set_id) }),
    })
    return true
  } catch (error) {
    somethingFailed(explain(error))
    await listOutdated(client, projectId)
    return false
  }
}

async function undo({ client, projectId }: Place, changeSetId: string): Promise<void> {
  try {
    const { tasks } = await request<UndoneChangeSet>({
      method: 'POST',
      path: `/change-sets/${changeSetId}/undo`,
    })
    somethingHappened({ text: texts.undone(plural(tasks, 'task')) })
  } catch (error) {
    somethingFailed(explain(error))
  }
  await listOutdated(client, projectId)
}
