import type { TaskStatus, UpdateTask } from '@milepost/api-contracts/tasks'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { generateKeyBetween } from 'fractional-indexing'
import { refuseReversedDates, taskDates } from '#date-order.ts'
import { refuseCycle } from '#dependencies/refuse-cycle.ts'
import { moveFollowers } from '#schedule/move-followers.ts'
import { assignedEvents, type BoardState, statusEvents, updatedEvent } from './announce.ts'
import { changedFields } from './changed-fields.ts'
import { countSubtask } from './count-subtask.ts'
import { canUpdateFields } from './policy.ts'
import { presentTask } from './present.ts'
import {
  addActivity,
  findLastRank,
  findTask,
  lockBoard,
  saveTask,
  type TaskRow,
} from './queries.ts'
import { readReferences } from './references.ts'
import { taskChanged, taskPolicy } from './refusals.ts'
import { settle } from './settle.ts'
import { enterStatus } from './status.ts'
import { countLevels, moveSubtree } from './subtree-queries.ts'
import { pathUnder, refuseBadParent } from './tree.ts'

interface UpdateTaskCommand {
  actor: Actor
  task: { id: string; project_id: string }
  input: UpdateTask
  correlationId: string
  now: Date
  levelsMax?: number | undefined
}

/** Changes a task's fields, and with them its status, its place in the tree and the project's progress. */
export async function updateTask(db: Db, command: UpdateTaskCommand): Promise<TaskRow> {
  const { actor, task, input, correlationId } = command
  const { version, ...given } = input
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, task.project_id)
    const before = admit(actor, await findTask(tx, task.id), {
      ...taskPolicy,
      may: (who, found) => canUpdateFields(who, found, Object.keys(given)),
    })
    if (before.version !== version) throw taskChanged(presentTask(actor, before))
    const after = await save(tx, before, command)
    if (after === before) return before
    const changes = changedFields(before, after)

    const parents = await countSubtask(tx, before, after)
    const cause = { actorId: actor.id, correlationId }
    const shown = changes.filter((field) => field !== 'status')
    const statusChanged = before.status !== after.status
    const events = await settle(tx, {
      progress,
      before,
      after,
      treeChanged: before.parent_task_id !== after.parent_task_id,
      changes: [
        ...(statusChanged
          ? [(board: BoardState) => statusEvents({ ...cause, before, after, board })]
          : []),
        ...(shown.length > 0
          ? [(board: BoardState) => [updatedEvent(cause, after, { board, changedFields: shown })]]
          : []),
        ...parents.map((row) => (board: BoardState) => [
          updatedEvent(cause, row, { board, changedFields: ['subtasks'] }),
        ]),
      ],
    })
    await addActivity(tx, {
      project_id: task.project_id,
      task_id: task.id,
      actor_user_id: actor.id,
      kind: statusChanged ? 'status_changed' : 'updated',
      changes: Object.fromEntries(changes.map((field) => [field, [before[field], after[field]]])),
      correlation_id: correlationId,
    })
    const assigned = assignedEvents(cause, after, before.assignee_id)
    await appendToOutbox(tx, outbox, ...events, ...assigned)
    if (!changes.some((field) => scheduling.has(field))) return after
    const { id: taskId, project_id: projectId } = task
    const moved = await moveFollowers(tx, { projectId, taskId, cause })
    return moved.includes(taskId) ? ((await findTask(tx, taskId)) ?? after) : after
  })
}

/** What other tasks may have to follow. */
const scheduling: ReadonlySet<string> = new Set<keyof UpdateTask>([
  ...(['start_date', 'due_date', 'not_before', 'is_pinned'] as const),
])

async function save(
  tx: Tx,
  before: TaskRow,
  { input, now, levelsMax }: UpdateTaskCommand,
): Promise<TaskRow> {
  const { version: _, status = before.status, blocked_reason, ...fields } = input
  const entered = enterStatus(before, { status, blockedReason: blocked_reason, now })
  const wanted = { ...withoutUndefined(fields), ...entered }
  const changed = changedFields(before, { ...before, ...wanted })
  if (changed.length === 0) return before

  const given = Object.fromEntries(changed.map((field) => [field, wanted[field]]))
  refuseReversedDates({ after: { ...before, ...wanted }, given, fields: taskDates })
  const project = { id: before.project_id, team_id: before.team_id }
  const parent = await readReferences(tx, { given, project })
  if (changed.includes('parent_task_id')) {
    const levels = await countLevels(tx, before)
    refuseBadParent(parent, { taskId: before.id, levels, max: levelsMax })
    await moveSubtree(tx, before, pathUnder(parent, before.id))
  }
  const saved = await saveTask(tx, before.id, {
    ...wanted,
    ...(changed.includes('status') && { rank: await rankAtEnd(tx, project.id, status) }),
  })
  if (changed.includes('parent_task_id')) await refuseCycle(tx, project.id)
  return { ...saved, team_id: before.team_id, project_key: before.project_key }
}

const rankAtEnd = async (tx: Tx, projectId: string, status: TaskStatus) =>
  generateKeyBetween(await findLastRank(tx, { projectId, status }), null)

type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> }

/** An absent field and an undefined one are the same to JSON, and not to a spread. */
const withoutUndefined = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Defined<Fields>
  >
