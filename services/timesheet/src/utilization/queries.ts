import type { Db } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

/** One member of one team over the period. Somebody in two teams counts fully in both. */
export interface MemberTime {
  team_id: string
  team_name: string
  /** Null for a team without active members. */
  user_id: string | null
  display_name: string | null
  /** Contracted minutes less absences; null when nothing was agreed. */
  capacity_minutes: number | null
  /** Submitted and approved. */
  minutes: number
  /** The part of them that is not approved yet. */
  unapproved_minutes: number
}

interface Period {
  from: string
  /** Not included. */
  until: string
}

/** Far more than an organisation has; a report is not paged. */
const teamsMax = 1000

/** By team and name. `teamIds` null stands for all teams. */
export async function listMemberTimes(
  db: Db,
  { from, until }: Period,
  teamIds: readonly string[] | null,
): Promise<MemberTime[]> {
  const { rows } = await db.execute<MemberTime & Record<string, unknown>>(sql`
    with chosen as (
      select id, name from auth.teams
      where deleted_at is null and ${teamIds === null ? sql`true` : sql`id = any(${sql.param([...teamIds])}::uuid[])`}
      order by name, id limit ${teamsMax}
    ), members as (
      select m.team_id, u.id as user_id, u.display_name
      from auth.team_memberships m
      join chosen t on t.id = m.team_id
      join auth.users u on u.id = m.user_id and u.is_active
    ), working_days as (
      select day::date as day
      from generate_series(${from}::timestamp, ${until}::timestamp - interval '1 day', '1 day') day
      where extract(isodow from day) < 6
    ), agreed as (
      select p.user_id,
        sum(greatest(0, round(c.weekly_minutes / 5.0) - coalesce(a.minutes, 0)))::int as minutes
      from (select distinct user_id from members) p
      cross join working_days d
      join lateral (
        select weekly_minutes from timesheets.capacities
        where user_id = p.user_id and valid_from <= d.day
        order by valid_from desc limit 1
      ) c on true
      left join timesheets.absences a on a.user_id = p.user_id and a.absent_on = d.day
      group by p.user_id
    ), worked as (
      select e.user_id, sum(e.minutes)::int as minutes,
        coalesce(sum(e.minutes) filter (where w.status = 'submitted'), 0)::int as unapproved
      from timesheets.time_entries e
      join timesheets.weekly_summaries w
        on w.user_id = e.user_id and w.week_start = date_trunc('week', e.work_date::timestamp)::date
      where e.work_date >= ${from} and e.work_date < ${until} and e.deleted_at is null
        and w.status in ('submitted', 'approved')
        and e.user_id in (select user_id from members)
      group by e.user_id
    )
    select t.id as team_id, t.name as team_name, m.user_id, m.display_name,
      agreed.minutes as capacity_minutes,
      coalesce(worked.minutes, 0) as minutes, coalesce(worked.unapproved, 0) as unapproved_minutes
    from chosen t
    left join members m on m.team_id = t.id
    left join agreed using (user_id)
    left join worked using (user_id)
    order by t.name, t.id, m.display_name, m.user_id
  `)
  return rows
}
