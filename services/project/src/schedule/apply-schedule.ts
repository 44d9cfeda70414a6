import type { AppliedSchedule, ApplySchedule } from '@milepost/api-contracts/timeline'
import type { Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { invalidRequest } from '@milepost/service-kit/problem'
import { addChangeSet } from '#change-sets/add-change-set.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { lockBoard } from '#tasks/queries.ts'
import { canPlan } from '#timeline/policy.ts'
import { readAsked } from './read-asked.ts'
import { readSchedule } from './read-schedule.ts'
import { previewOutdated } from './refusals.ts'
import { saveMoves } from './save-moves.ts'
import { workOut } from './work-out.ts'

interface ApplyScheduleCommand {
  actor: Actor
  projectId: string
  input: ApplySchedule
  correlationId: string
  now: Date
}

/** Saves dates with all that follows from them, as one change that is undone as one. */
export async function applySchedule(
  tx: Tx,
  { actor, projectId, input, correlationId, now }: ApplyScheduleCommand,
): Promise<AppliedSchedule> {
  const progress = await lockBoard(tx, projectId)
  admit(actor, (await findBoardHead(tx, projectId))[0], { ...projectPolicy, may: canPlan })
  const { rows, frame } = await readSchedule(tx, projectId)
  const asked = readAsked(input.changes, { rows, frame })
  const changedIds = asked.map(({ task_id }) => task_id)
  const preview = workOut({ rows, frame, asked, changedIds })
  refuseOther(preview, input)
  if (preview.moves.length === 0) {
    throw invalidRequest([{ pointer: '#/changes', detail: 'The tasks have these dates already.' }])
  }

  const cause = { actorId: actor.id, correlationId }
  const changes = await saveMoves(tx, { progress, cause, moves: preview.moves })
  const kind = 'reschedule'
  const id = await addChangeSet(tx, { projectId, actorId: actor.id, kind, changes })
  if (id === null) throw new Error('moves that were found changed nothing')
  const [head] = await findBoardHead(tx, projectId)
  return {
    change_set: {
      ...{ id, kind, task_count: changes.length },
      ...{ created_at: now.toISOString(), undone_at: null },
    },
    moves: preview.moves,
    board_version: head?.board_version ?? progress.board_version,
  }
}

function refuseOther(
  preview: ReturnType<typeof workOut>,
  { expected_moves, expected_digest }: ApplySchedule,
): void {
  const sameCount = expected_moves === undefined || expected_moves === preview.moves.length
  const same = expected_digest === undefined || expected_digest === preview.digest
  if (!sameCount || !same) throw previewOutdated(preview)
}
