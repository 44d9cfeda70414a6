import type { ImportAssets, ImportedAssets } from '@milepost/api-contracts/project-settings'
import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { projectUpdated } from '@milepost/shared-events/project-events'
import { canUpdateProject } from '#projects/policy.ts'
import { lockProject, saveProject } from '#projects/queries.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { parseAssets } from './parse-assets.ts'
import { mergeAssets } from './queries.ts'

interface ImportAssetsCommand {
  actor: Actor
  projectId: string
  input: ImportAssets
  correlationId: string
}

/** Not an error to anybody: it takes the transaction of a dry run back. */
class DryRun extends Error {
  readonly outcome: ImportedAssets
  constructor(outcome: ImportedAssets) {
    super('nothing was changed, as was asked')
    this.outcome = outcome
  }
}

/** Brings the project's list up to the file's, all of it or nothing; the same file again changes nothing. */
export async function importAssets(
  db: Db,
  { actor, projectId, input, correlationId }: ImportAssetsCommand,
): Promise<ImportedAssets> {
  const rows = parseAssets(input.csv)
  try {
    return await db.transaction(async (tx) => {
      const locked = await lockProject(tx, projectId)
      admit(actor, locked, { ...projectPolicy, may: canUpdateProject })
      const { added, changed } = await mergeAssets(tx, projectId, rows)
      const outcome = { added, changed, unchanged: rows.length - added - changed }
      if (input.dry_run) throw new DryRun(outcome)
      if (added + changed === 0) return outcome
      const { id, team_id, key, name, status, version } = await saveProject(tx, projectId, {})
      await appendToOutbox(
        tx,
        outbox,
        projectUpdated.create({
          correlation_id: correlationId,
          actor_user_id: actor.id,
          ...{ project_id: id, team_id, key, name, status, version, changed_fields: ['assets'] },
        }),
      )
      return outcome
    })
  } catch (error) {
    // Translates: the answer of a dry run comes back with what rolled it back.
    if (error instanceof DryRun) return error.outcome
    throw error
  }
}
