import type { ImportFile, ImportResult } from '@milepost/api-contracts/imports'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { addChangeSet } from '#change-sets/add-change-set.ts'
import { writeBaselines } from '#drafts/write-baselines.ts'
import { writeDraft } from '#drafts/write-draft.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { canCreateTask } from '#tasks/policy.ts'
import { lockBoard } from '#tasks/queries.ts'
import { parseFile } from './parse-file.ts'
import { planImport } from './plan-import.ts'
import { countsOf } from './present-plan.ts'
import { saveImportedItems } from './queries.ts'
import { badLines } from './refusals.ts'

interface ImportCommand {
  actor: Actor
  projectId: string
  file: ImportFile
  correlationId: string
  now: Date
}

/** Brings a file into a project: all of it or nothing. The same file again changes only what differs. */
export async function runImport(
  db: Db,
  { actor, projectId, file, correlationId, now }: ImportCommand,
): Promise<ImportResult> {
  const parsed = await parseFile(file)
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, projectId)
    const [head] = await findBoardHead(tx, projectId)
    const project = admit(actor, head, { ...projectPolicy, may: canCreateTask })
    const plan = await planImport(tx, { project, parsed, kind: file.kind, now })
    const { draft, comparison, source, baselines } = plan
    if (!comparison || plan.errors.length > 0) throw badLines(plan.errors)

    const cause = { actorId: actor.id, correlationId }
    const changes = await writeDraft(tx, { progress, cause, draft, comparison, now })
    await writeBaselines(tx, { projectId, actorId: actor.id, baselines, comparison })
    await saveImportedItems(tx, { projectId, source, items: itemsOf(comparison) })
    return {
      counts: countsOf(plan),
      change_set_id: await addChangeSet(tx, {
        ...{ projectId, actorId: actor.id, kind: 'import', changes },
      }),
    }
  })
}

function itemsOf({
  taskIds,
  milestoneIds,
}: {
  taskIds: ReadonlyMap<string, string>
  milestoneIds: ReadonlyMap<string, string>
}) {
  const tasks = [...taskIds].map(([external_key, task_id]) => ({
    ...{ external_key, task_id, milestone_id: null },
  }))
  const milestones = [...milestoneIds].map(([external_key, milestone_id]) => ({
    ...{ external_key, task_id: null, milestone_id },
  }))
  return [...tasks, ...milestones]
}
