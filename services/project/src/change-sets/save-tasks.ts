import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { unknownReference } from '@milepost/service-kit/problem'
import { refuseCycle } from '#dependencies/refuse-cycle.ts'
import {
  assignedEvents,
  type BoardState,
  type Cause,
  statusEvents,
  updatedEvent,
} from '#tasks/announce.ts'
import { findTask, findTasks, type TaskRow } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'
import { countLevels, moveSubtree } from '#tasks/subtree-queries.ts'
import { levelsHardMax, pathUnder, refuseBadParent } from '#tasks/tree.ts'
import { addActivities, announce, recountSubtasks, updateTasks } from './queries.ts'
import type { RecordedChange } from './recorded-change.ts'
import { differingFields, pickFields, shownFields, type TaskField } from './task-fields.ts'

interface SaveTasksCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  cause: Cause
  /** Of one project. `after` is the task with other fields, its status already entered and ranked. */
  changes: readonly { before: TaskRow; after: TaskRow }[]
}

interface Changed {
  before: TaskRow
  after: TaskRow
  fields: TaskField[]
}

/**
 * Changes many tasks at once: one statement for their rows, one for the activity, one for the events, and
 * the project's totals settled once. Call it with the board locked. Answers what a change set records;
 * tasks without a difference are left alone.
 */
export async function saveTasks(
  tx: Tx,
  { progress, cause, changes }: SaveTasksCommand,
): Promise<RecordedChange[]> {
  const differing = changes
    .map((change) => ({ ...change, fields: differingFields(change.before, change.after) }))
    .filter(({ fields }) => fields.length > 0)
  if (differing.length === 0) return []

  for (const change of differing) await moveInTree(tx, change)
  await updateTasks(tx, differing)
  const inOtherPlace = differing.some(({ fields }) => fields.includes('parent_task_id'))
  if (inOtherPlace) await refuseCycle(tx, progress.project_id)
  const parentIds = differing.flatMap(parentsToCount)
  await recountSubtasks(tx, parentIds)

  const ids = new Set(differing.map(({ before }) => before.id))
  const rows = await findTasks(tx, [...ids, ...parentIds])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const changed = differing.flatMap(({ before, fields }) => {
    const after = rowOf.get(before.id)
    return after ? [{ before, after, fields }] : []
  })
  const parents = rows.filter(({ id }) => !ids.has(id))

  const events = await settle(tx, {
    ...{ progress, before: undefined, after: undefined, treeChanged: true },
    changes: [
      ...changed.flatMap((change) => eventsOf(cause, change)),
      ...parents.map((row) => (board: BoardState) => [
        updatedEvent(cause, row, { board, changedFields: ['subtasks'] }),
      ]),
    ],
  })
  const assigned = changed.flatMap(({ before, after }) =>
    assignedEvents(cause, after, before.assignee_id),
  )
  await addActivities(
    tx,
    changed.map((change) => activityOf(cause, change)),
  )
  await announce(tx, outbox, [...events, ...assigned])
  return changed.map(({ before, after, fields }) => ({
    task_id: after.id,
    version: after.version,
    before: pickFields(before, fields),
    after: pickFields(after, fields),
  }))
}

/** Each in turn: what is moved first may be above or below what is moved next. */
async function moveInTree(tx: Tx, { after, fields }: Changed): Promise<void> {
  if (!fields.includes('parent_task_id')) return
  const task = await findTask(tx, after.id)
  if (!task) throw new Error(`task ${after.id} vanished while its board was locked`)
  const parent =
    after.parent_task_id === null ? undefined : await findTask(tx, after.parent_task_id)
  if (after.parent_task_id !== null && parent?.project_id !== task.project_id) {
    throw unknownReference('#/parent_task_id')
  }
  const levels = await countLevels(tx, task)
  refuseBadParent(parent, { taskId: task.id, levels, max: levelsHardMax })
  await moveSubtree(tx, task, pathUnder(parent, task.id))
}

/** The parents whose counts of subtasks a change touches. */
function parentsToCount({ before, after }: Changed): string[] {
  const same = before.parent_task_id === after.parent_task_id
  if (same && (before.status === 'done') === (after.status === 'done')) return []
  return [before.parent_task_id, after.parent_task_id].filter((id) => id !== null)
}

function eventsOf(cause: Cause, { before, after, fields }: Changed) {
  const shown = shownFields(fields).filter((field) => field !== 'status')
  const enters = before.status !== after.status
  // A place on the board without another status has no event of its own here: the whole card goes out.
  const placed = !enters && (fields.includes('rank') || fields.includes('column_id'))
  return [
    ...(enters ? [(board: BoardState) => statusEvents({ ...cause, before, after, board })] : []),
    ...(shown.length > 0 || placed
      ? [(board: BoardState) => [updatedEvent(cause, after, { board, changedFields: shown })]]
      : []),
  ]
}

function activityOf({ actorId, correlationId }: Cause, { before, after, fields }: Changed) {
  return {
    project_id: after.project_id,
    task_id: after.id,
    actor_user_id: actorId,
    kind: before.status === after.status ? ('updated' as const) : ('status_changed' as const),
    changes: Object.fromEntries(
      shownFields(fields).map((field): [string, [unknown, unknown]] => [
        field,
        [before[field], after[field]],
      ]),
    ),
    correlation_id: correlationId,
  }
}
