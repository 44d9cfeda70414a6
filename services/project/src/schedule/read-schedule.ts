import type { Db, Tx } from '@milepost/db-schemas/database'
import { notFound } from '@milepost/service-kit/problem'
import { projectPolicy } from '#projects/refusals.ts'
import { readFrame } from '#timeline/frame-statement.ts'
import { livePlan, parsePlan } from '#timeline/plan.ts'
import { readPlanText } from '#timeline/plan-statement.ts'

/** A project's tasks, links and all that decides on its working days. */
export async function readSchedule(db: Db | Tx, projectId: string) {
  const [text] = await readPlanText(db, projectId)
  if (!text) throw notFound(projectPolicy.missing)
  const plan = parsePlan(text)
  const [frame] = await readFrame(db, projectId, plan.personIds, plan.otherIds)
  if (!frame) throw notFound(projectPolicy.missing)
  return { frame, rows: livePlan(plan, frame.externals) }
}
