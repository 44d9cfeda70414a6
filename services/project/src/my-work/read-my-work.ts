import type { MyWork } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { visibleTeams } from '#projects/policy.ts'
import { findTimezone, listMyTasks } from './queries.ts'
import { sectionsOf } from './sections.ts'

/** The reader's own open tasks, by what needs them first on the reader's own calendar date. */
export async function readMyWork(
  db: Db,
  { actor, now }: { actor: Actor; now: Date },
): Promise<MyWork> {
  const timeZone = (await findTimezone(db, actor.id)) ?? 'UTC'
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  const tasks = await listMyTasks(db, { id: actor.id, teamIds: visibleTeams(actor) })
  return sectionsOf(tasks, today)
}
