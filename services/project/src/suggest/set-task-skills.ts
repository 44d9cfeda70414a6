import type { SetTaskSkills, TaskSkill } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { unknownReference } from '@milepost/service-kit/problem'
import { updatedEvent } from '#tasks/announce.ts'
import { canDeleteTask } from '#tasks/policy.ts'
import { presentTask } from '#tasks/present.ts'
import { addActivity, findTask, lockBoard, saveTask } from '#tasks/queries.ts'
import { taskChanged, taskPolicy } from '#tasks/refusals.ts'
import { settle } from '#tasks/settle.ts'
import { countKnownSkills, listTaskSkills, replaceTaskSkills } from './queries.ts'

interface SetTaskSkillsCommand {
  actor: Actor
  task: { id: string; project_id: string }
  input: SetTaskSkills
  correlationId: string
}

/** Says what doing a task takes, in place of what was said before. */
export async function setTaskSkills(
  db: Db,
  { actor, task, input, correlationId }: SetTaskSkillsCommand,
): Promise<TaskSkill[]> {
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, task.project_id)
    const before = admit(actor, await findTask(tx, task.id), { ...taskPolicy, may: canDeleteTask })
    if (before.version !== input.version) throw taskChanged(presentTask(actor, before))
    const ids = input.skills.map(({ skill_id }) => skill_id)
    if ((await countKnownSkills(tx, ids)) !== ids.length) throw unknownReference('#/skills')

    const former = await listTaskSkills(tx, before.id)
    await replaceTaskSkills(tx, before.id, input.skills)
    const skills = await listTaskSkills(tx, before.id)
    const after = { ...before, ...(await saveTask(tx, before.id, {})) }
    const cause = { actorId: actor.id, correlationId }
    const events = await settle(tx, {
      ...{ progress, before, after, treeChanged: false },
      changes: [(board) => [updatedEvent(cause, after, { board, changedFields: ['skills'] })]],
    })
    await addActivity(tx, {
      project_id: before.project_id,
      task_id: before.id,
      actor_user_id: actor.id,
      kind: 'updated',
      changes: { skills: [former.map(inWords), skills.map(inWords)] },
      correlation_id: correlationId,
    })
    await appendToOutbox(tx, outbox, ...events)
    return skills
  })
}

const inWords = ({ name, level }: TaskSkill) => `${name} ${level}`
