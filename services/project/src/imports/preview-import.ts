import type { ImportFile, ImportPreview } from '@milepost/api-contracts/imports'
import type { Db } from '@milepost/db-schemas/database'
import { parseFile } from './parse-file.ts'
import { planImport } from './plan-import.ts'
import { presentPlan } from './present-plan.ts'

interface PreviewQuestion {
  project: { id: string; team_id: string }
  file: ImportFile
  now: Date
}

/** Tells what importing a file would do, what of it would be lost and what is wrong with it. Writes nothing. */
export async function previewImport(
  db: Db,
  { project, file, now }: PreviewQuestion,
): Promise<ImportPreview> {
  const parsed = await parseFile(file)
  const plan = await planImport(db, { project, parsed, kind: file.kind, now })
  return presentPlan(plan, parsed.columns)
}
