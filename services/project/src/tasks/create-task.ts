import type { CreateTask } from '@milepost/api-contracts/tasks'
import type { Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { taskCreated } from '@milepost/shared-events/task-events'
import { generateKeyBetween } from 'fractional-indexing'
import { v7 as uuidv7 } from 'uuid'
import { refuseReversedDates, taskDates } from '#date-order.ts'
import { presentRow } from '#list/present-row.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { assignedEvents, type BoardState, updatedEvent } from './announce.ts'
import { countSubtask } from './count-subtask.ts'
import { findBoardHead } from './kanban-statement.ts'
import { canCreateTask } from './policy.ts'
import { presentCard } from './present.ts'
import { addActivity, addTask, findLastRank, lockBoard, type TaskRow } from './queries.ts'
import { readReferences } from './references.ts'
import { settle } from './settle.ts'
import { pathUnder, refuseBadParent } from './tree.ts'

interface CreateTaskCommand {
  actor: Actor
  projectId: string
  input: CreateTask
  correlationId: string
  now: Date
  levelsMax?: number | undefined
}

/** Adds a task at the bottom of its column. */
export async function createTask(tx: Tx, command: CreateTaskCommand): Promise<TaskRow> {
  const { actor, projectId, input, correlationId, now } = command
  const progress = await lockBoard(tx, projectId)
  const [head] = await findBoardHead(tx, projectId)
  const project = admit(actor, head, { ...projectPolicy, may: canCreateTask })
  refuseReversedDates({ after: input, given: input, fields: taskDates })
  const parent = await readReferences(tx, { given: input, project })

  const id = uuidv7()
  refuseBadParent(parent, { taskId: id, levels: 1, max: command.levelsMax })
  const number = progress.last_task_number + 1
  const lastRank = await findLastRank(tx, { projectId, status: input.status })
  const added = await addTask(tx, {
    ...input,
    id,
    number,
    project_id: projectId,
    path: pathUnder(parent, id),
    rank: generateKeyBetween(lastRank, null),
    status_changed_at: now,
    completed_at: input.status === 'done' ? now : null,
  })
  const task = { ...added, team_id: project.team_id, project_key: project.key }
  const parents = await countSubtask(tx, undefined, task)

  const cause = { actorId: actor.id, correlationId }
  const about = { correlation_id: correlationId, actor_user_id: actor.id, project_id: projectId }
  const events = await settle(tx, {
    ...{ progress, before: undefined, after: task, treeChanged: parents.length > 0 },
    lastTaskNumber: number,
    changes: [
      (board) => [
        taskCreated.create({
          ...{
            ...about,
            task_id: id,
            version: task.version,
            card: presentCard(task),
            row: presentRow(task),
          },
          board_version: board.board_version,
          project_completion_percentage: board.completion_percentage,
        }),
        ...assignedEvents(cause, task, null),
      ],
      ...parents.map((row) => (board: BoardState) => [
        updatedEvent(cause, row, { board, changedFields: ['subtasks'] }),
      ]),
    ],
  })
  await addActivity(tx, {
    ...{ ...about, task_id: id, kind: 'created' },
    changes: { status: [null, task.status] },
  })
  await appendToOutbox(tx, outbox, ...events)
  return task
}
