import type { Db, Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict, forbidden } from '@milepost/service-kit/problem'
import { findTasksEverywhere, lockBoard, type TaskRow } from '#tasks/queries.ts'
import { removeTasks } from '#trash/remove-tasks.ts'
import { restoreTasks } from '#trash/restore-tasks.ts'
import { canUndoChange, canUndoChangeSet, changeSetPolicy } from './policy.ts'
import { type ChangeSetRow, findChangeSet, markUndone } from './queries.ts'
import type { RecordedChange } from './recorded-change.ts'
import { restoreFields } from './restore-fields.ts'

interface UndoCommand {
  actor: Actor
  changeSet: Pick<ChangeSetRow, 'id' | 'project_id'>
  correlationId: string
  now: Date
}

/**
 * Takes all changes of a set back, once, and only when nobody has touched any of its tasks since. Answers
 * how many tasks it changed.
 */
export async function undoChangeSet(
  db: Db,
  { actor, changeSet, correlationId, now }: UndoCommand,
): Promise<number> {
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, changeSet.project_id)
    const found = admit(actor, await findChangeSet(tx, changeSet.id), {
      ...changeSetPolicy,
      may: canUndoChangeSet,
    })
    if (!(await markUndone(tx, found.id, now))) throw alreadyUndone()

    const rows = await findTasksEverywhere(
      tx,
      found.changes.map(({ task_id }) => task_id),
    )
    const pairs = pair(found, rows)
    if (!pairs.every(({ task, change }) => canUndoChange(actor, task, change))) throw forbidden()
    const cause = { actorId: actor.id, correlationId }
    await takeBack(tx, { progress, cause, pairs, now })
    return pairs.length
  })
}

export interface Pair {
  task: TaskRow
  change: RecordedChange
}

function pair({ changes, project_key }: ChangeSetRow, rows: readonly TaskRow[]): Pair[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const pairs = changes.flatMap((change) => {
    const task = rowOf.get(change.task_id)
    return task ? [{ task, change }] : []
  })
  const changed = pairs.filter(({ task, change }) => task.version !== change.version)
  if (changed.length > 0) throw changedSince(changed, project_key)
  return pairs
}

interface TakeBack {
  progress: ProjectProgress
  cause: { actorId: string; correlationId: string }
  pairs: readonly Pair[]
  now: Date
}

/** Fields first, then what had come, then what had gone: each of them leaves the board settled. */
async function takeBack(tx: Tx, { progress, cause, pairs, now }: TakeBack): Promise<void> {
  const edited = pairs.filter(({ change: { before, after } }) => before && after)
  const added = pairs.filter(({ change }) => change.before === null).map(({ task }) => task)
  const deleted = pairs.filter(({ change }) => change.after === null).map(({ task }) => task)

  if (edited.length > 0) await restoreFields(tx, { progress, cause, pairs: edited })
  if (added.length > 0) {
    const board = await lockBoard(tx, progress.project_id)
    await removeTasks(tx, { progress: board, cause, tasks: added, now })
  }
  if (deleted.length > 0) {
    const board = await lockBoard(tx, progress.project_id)
    await restoreTasks(tx, { progress: board, cause, tasks: deleted })
  }
}

const alreadyUndone = () => conflict('already-undone', 'This was undone already.')

const namedMax = 5

function changedSince(changed: readonly Pair[], key: string) {
  const names = changed.map(({ task }) => `${key}-${task.number}`)
  const more = names.length > namedMax ? ` and ${names.length - namedMax} more` : ''
  const detail = `Changed since, so nothing was undone: ${names.slice(0, namedMax).join(', ')}${more}.`
  return conflict('changed-since', detail, {
    tasks: changed.map(({ task }) => ({ id: task.id, key: `${key}-${task.number}` })),
  })
}
