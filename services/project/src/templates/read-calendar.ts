import type { Db, Tx } from '@milepost/db-schemas/database'
import { buildCalendar, type WorkingCalendar } from '@milepost/schedule/working-calendar'
import { toPlan } from '#schedule/to-plan.ts'
import { readFrame } from '#timeline/frame-statement.ts'

/** The working days of a project: the organisation's, with its team's over them. */
export async function readCalendar(db: Db | Tx, projectId: string): Promise<WorkingCalendar> {
  const [frame] = await readFrame(db, projectId, [], [])
  if (!frame) throw new Error(`project ${projectId} vanished while its calendar was read`)
  const { calendars, calendar_id } = toPlan({ tasks: [], links: [] }, frame)
  return buildCalendar(calendars.find(({ id }) => id === calendar_id)?.layers ?? [])
}
