import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { taskCreated } from '@milepost/shared-events/task-events'
import { generateNKeysBetween } from 'fractional-indexing'
import { addActivities, announce, recountSubtasks } from '#change-sets/queries.ts'
import { presentRow } from '#list/present-row.ts'
import { assignedEvents, type BoardState, type Cause, updatedEvent } from '#tasks/announce.ts'
import { presentCard } from '#tasks/present.ts'
import { findLastRank, findTasks, type NewTask, type TaskRow } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'
import { pathUnder } from '#tasks/tree.ts'
import { type Comparison, reasonDefault } from './compare.ts'
import type { DraftTask } from './draft.ts'

interface AddCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  cause: Cause
  comparison: Pick<Comparison, 'addedTasks' | 'taskIds' | 'milestoneIds'>
  now: Date
  /** The series they belong to. */
  series?: { recurring_task_id: string; occurrences: ReadonlyMap<string, string> }
}

/** A statement takes 65,535 values at most, and a task some thirty. */
const rowsMax = 1_500

/** Adds many tasks at the bottom of their columns, in their order, with one event each. Answers them. */
export async function addDraftTasks(tx: Tx, command: AddCommand): Promise<TaskRow[]> {
  const { progress, cause, comparison } = command
  if (comparison.addedTasks.length === 0) return []
  const rows = await newRows(tx, command)
  for (let from = 0; from < rows.length; from += rowsMax) {
    await tx.insert(tasks).values(rows.slice(from, from + rowsMax))
  }
  const addedIds = new Set(rows.map(({ id }) => id))
  const parentIds = new Set(rows.flatMap(({ parent_task_id }) => parent_task_id ?? []))
  await recountSubtasks(tx, [...parentIds])

  const found = await findTasks(tx, [...new Set([...addedIds, ...parentIds])])
  const added = found
    .filter(({ id }) => addedIds.has(id))
    .toSorted((one, other) => one.number - other.number)
  const parents = found.filter(({ id }) => !addedIds.has(id))
  const about = {
    correlation_id: cause.correlationId,
    actor_user_id: cause.actorId,
    project_id: progress.project_id,
  }
  const events = await settle(tx, {
    ...{ progress, before: undefined, after: undefined, treeChanged: true },
    lastTaskNumber: progress.last_task_number + rows.length,
    changes: [
      ...added.map((task) => (board: BoardState) => [
        taskCreated.create({
          ...{ ...about, task_id: task.id, version: task.version },
          ...{ card: presentCard(task), row: presentRow(task) },
          board_version: board.board_version,
          project_completion_percentage: board.completion_percentage,
        }),
        ...assignedEvents(cause, task, null),
      ]),
      ...parents.map((row) => (board: BoardState) => [
        updatedEvent(cause, row, { board, changedFields: ['subtasks'] }),
      ]),
    ],
  })
  await addActivities(
    tx,
    added.map(({ id, status }) => ({
      ...{ ...about, task_id: id, kind: 'created' as const },
      changes: { status: [null, status] as [unknown, unknown] },
    })),
  )
  await announce(tx, outbox, events)
  return added
}

type Row = NewTask & { id: string }

async function newRows(tx: Tx, command: AddCommand): Promise<Row[]> {
  const { progress, comparison, now, series } = command
  const { addedTasks, taskIds, milestoneIds } = comparison
  const ranks = await ranksFor(tx, progress.project_id, addedTasks)
  const paths = await pathsOfKnownParents(tx, comparison)

  return addedTasks.map((task, index) => {
    const id = taskIds.get(task.ref)
    if (id === undefined) throw new Error(`the draft has no id for ${task.ref}`)
    const parentId = task.parent_ref == null ? null : (taskIds.get(task.parent_ref) ?? null)
    const path = pathUnder(parentId === null ? undefined : { path: paths.get(parentId) ?? '' }, id)
    paths.set(id, path)
    const { status = 'todo', blocked_reason, ...fields } = task.fields
    const isBlocked = status === 'blocked'
    return {
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      ...{ id, path, status, title: task.title, project_id: progress.project_id },
      number: progress.last_task_number + index + 1,
      parent_task_id: parentId,
      milestone_id:
        task.milestone_ref == null ? null : (milestoneIds.get(task.milestone_ref) ?? null),
      rank: ranks.get(task) ?? '',
      status_changed_at: now,
      completed_at: status === 'done' ? (task.completed_at ?? now) : null,
      blocked_reason: isBlocked ? (blocked_reason ?? reasonDefault) : null,
      blocked_since: isBlocked ? now : null,
      ...(series && {
        recurring_task_id: series.recurring_task_id,
        occurrence_on: series.occurrences.get(task.ref) ?? null,
      }),
    }
  })
}

async function ranksFor(tx: Tx, projectId: string, added: readonly DraftTask[]) {
  const ranks = new Map<DraftTask, string>()
  const statusOf = ({ fields }: DraftTask): TaskStatus => fields.status ?? 'todo'
  for (const [status, group] of Map.groupBy(added, statusOf)) {
    const last = await findLastRank(tx, { projectId, status })
    const fresh = generateNKeysBetween(last, null, group.length)
    for (const [index, task] of group.entries()) ranks.set(task, fresh[index] ?? '')
  }
  return ranks
}

/** Paths of the parents that are there already, by id. */
async function pathsOfKnownParents(tx: Tx, { addedTasks, taskIds }: AddCommand['comparison']) {
  const own = new Set(addedTasks.map(({ ref }) => ref))
  const parentIds = addedTasks.flatMap(({ parent_ref }) =>
    parent_ref == null || own.has(parent_ref) ? [] : (taskIds.get(parent_ref) ?? []),
  )
  const parents = await findTasks(tx, [...new Set(parentIds)])
  return new Map(parents.map(({ id, path }) => [id, path]))
}
