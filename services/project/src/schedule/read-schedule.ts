import type { Db, Tx } from '@milepost/db-schemas/database'
import { notFound } from '@milepost/service-kit/problem'
import { projectPolicy } from '#projects/refusals.ts'
import { readFrame } from '#timeline/frame-statement.ts'
import { parsePlan } from '#timeline/plan.ts'
import { readPlanText } from '#timeline/plan-statement.ts'

/** A project's tasks, links and all that decides on its working days. */
export async function readSchedule(db: Db | Tx, projectId: string) {
  const [[frame], [text]] = [await readFrame(db, projectId), await readPlanText(db, projectId)]
  if (!frame || !text) throw notFound(projectPolicy.missing)
  return { frame, rows: parsePlan(text) }
}
