import type { MilestoneDate } from '@milepost/api-contracts/milestone-dates'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { milestoneDates } from '@milepost/db-schemas/milestones'
import { sql } from 'drizzle-orm'

interface NewDate {
  milestone_id: string
  due_date: string
  changed_by: string
}

/** Remembers a date that a milestone has from now on. */
export async function addMilestoneDate(tx: Tx, date: NewDate): Promise<void> {
  await tx.insert(milestoneDates).values(date)
}

type Raw = MilestoneDate & Record<string, unknown>

/** Every date it ever had, the first promise first; at most 500. */
export async function listMilestoneDates(db: Db, milestoneId: string): Promise<MilestoneDate[]> {
  const { rows } = await db.execute<Raw>(sql`
    select d.due_date::text,
      to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
      case when u.id is not null then
        json_build_object('id', u.id, 'display_name', u.display_name) end as changed_by
    from (
      select id, due_date, created_at, changed_by from projects.milestone_dates
      where milestone_id = ${milestoneId}
      union all
      -- One from before its dates were kept.
      select m.id, m.original_due_date, m.created_at, null from projects.milestones m
      where m.id = ${milestoneId} and not exists (
        select from projects.milestone_dates d
        where d.milestone_id = m.id and d.due_date = m.original_due_date)
    ) d
    left join auth.users u on u.id = d.changed_by
    order by d.created_at, d.id
    limit 500`)
  return rows
}
