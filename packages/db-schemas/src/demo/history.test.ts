import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { demoDay, openDemoDatabase } from '#test/demo-database.ts'

const { read, count } = await openDemoDatabase()

describe('history', () => {
  test('every project has a snapshot of every one of the last 84 days, ending where it stands', async () => {
    const rows = await read<{ key: string; days: number; last: number; now: number }>(
      sql`select p.key, count(*)::int as days,
            (array_agg(s.completion_percentage order by s.snapshot_on desc))[1]::float as last,
            g.completion_percentage::float as now
          from projects.project_snapshots s join projects.projects p on p.id = s.project_id
          join projects.project_progress g on g.project_id = p.id
          group by p.key, g.completion_percentage order by p.key`,
    )
    expect(rows.map(({ key }) => key)).toEqual(['CLD', 'EGC', 'INF', 'SAN', 'TLB', 'VUL', 'WAF'])
    for (const { key, days, last, now } of rows) {
      expect(days, key).toBe(84)
      expect(last, key).toBe(now)
    }
  })

  test('five weeks ago SAN was still under way', async () => {
    expect(
      await count(
        sql`select count(*) from projects.project_snapshots s join projects.projects p on p.id = s.project_id
            where s.snapshot_on = ${demoDay}::date - 35 and s.status = 'completed'`,
      ),
    ).toBe(1)
  })

  test('the last logged status of a task is its status, and a finished one was logged as finished', async () => {
    expect(
      await read(
        sql`select t.number from projects.tasks t join lateral (
              select changes -> 'status' ->> 1 as status, created_at from projects.task_activity_log a
              where a.task_id = t.id and a.kind = 'status_changed' order by created_at desc limit 1) last on true
            where last.status <> t.status::text or last.created_at <> t.status_changed_at
              or (t.status = 'done') <> (t.completed_at is not null)`,
      ),
    ).toEqual([])
  })

  test('declared and computed health have differed for 12 days in TLB and for 8 in WAF', async () => {
    expect(
      await read(
        sql`select p.key, p.declared_health as declared, h.computed_health as computed,
              ${demoDay}::date - greatest(h.changed_at, p.health_declared_at)::date as days
            from projects.projects p join lateral (select * from insights.health_history h
              where h.project_id = p.id order by changed_at desc limit 1) h on true
            where h.computed_health <> p.declared_health::text order by p.key`,
      ),
    ).toEqual([
      { key: 'TLB', declared: 'amber', computed: 'red', days: 12 },
      { key: 'WAF', declared: 'green', computed: 'amber', days: 8 },
    ])
  })
})

describe('timesheets', () => {
  test('Network & Security is over 90% of the last four full weeks, the others are not', async () => {
    const rows = await read<{ name: string; utilization: number }>(
      sql`with weeks as (select date_trunc('week', ${demoDay}::date)::date - 28 as from_day, date_trunc('week', ${demoDay}::date)::date as until_day)
          select t.name, (sum(worked.minutes)::float / sum(c.weekly_minutes * 4 - away.minutes)) as utilization
          from auth.teams t join auth.team_memberships m on m.team_id = t.id
          join timesheets.capacities c on c.user_id = m.user_id cross join weeks w
          cross join lateral (select coalesce(sum(e.minutes), 0) as minutes from timesheets.time_entries e
            join timesheets.weekly_summaries s on s.user_id = e.user_id
              and s.week_start = date_trunc('week', e.work_date)::date and s.status in ('submitted', 'approved')
            where e.user_id = m.user_id and e.work_date >= w.from_day and e.work_date < w.until_day) worked
          cross join lateral (select coalesce(sum(a.minutes), 0) as minutes from timesheets.absences a
            where a.user_id = m.user_id and a.absent_on >= w.from_day and a.absent_on < w.until_day) away
          group by t.name order by t.name`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'Cloud Platform',
      'Network & Security',
      'Storage & Backup',
    ])
    const [cloud, network, storage] = rows.map(({ utilization }) => utilization)
    expect(network).toBeGreaterThan(0.9)
    expect(network).toBeLessThanOrEqual(1)
    expect(cloud).toBeLessThan(0.9)
    expect(storage).toBeLessThan(0.9)
  })

  test('twelve full weeks are there for everybody, and nobody decided on an own one', async () => {
    expect(
      await read(
        sql`select u.display_name from auth.team_memberships m join auth.users u on u.id = m.user_id
            left join timesheets.weekly_summaries s on s.user_id = m.user_id
              and s.week_start < date_trunc('week', ${demoDay}::date)::date and s.submitted_minutes > 0
            group by u.id having count(s.id) not between 11 and 12`,
      ),
    ).toEqual([])
    expect(
      await count(sql`select count(*) from timesheets.weekly_summaries where decided_by = user_id`),
    ).toBe(0)
    expect(
      await read(
        sql`select status, count(*)::int as weeks from timesheets.weekly_summaries
            where week_start < date_trunc('week', ${demoDay}::date)::date and status <> 'approved'
            group by status order by status`,
      ),
    ).toEqual([
      { status: 'submitted', weeks: 5 },
      { status: 'rejected', weeks: 1 },
    ])
  })

  test('time on a task is its assignee’s, in its project, while it was worked on', async () => {
    expect(
      await read(
        sql`select e.id from timesheets.time_entries e join projects.tasks t on t.id = e.task_id
            where e.user_id <> t.assignee_id or e.project_id <> t.project_id
              or e.work_date > coalesce(t.completed_at, t.blocked_since, now() + interval '1 year')::date`,
      ),
    ).toEqual([])
    expect(
      await count(sql`select count(*) from timesheets.time_entries where task_id is not null`),
    ).toBeGreaterThan(500)
  })

  test('every finished task is credited once, to its assignee and week', async () => {
    expect(
      await read(
        sql`select c.user_id, c.week_start, count(*)::int - max(m.tasks_completed) as surplus
            from timesheets.credited_completions c
            join projects.tasks t on t.id = c.task_id and t.assignee_id = c.user_id
              and date_trunc('week', t.completed_at at time zone 'utc')::date = c.week_start
              and t.version = c.task_version
            join timesheets.productivity_metrics m on m.user_id = c.user_id and m.week_start = c.week_start
            group by c.user_id, c.week_start having count(*) <> max(m.tasks_completed)`,
      ),
    ).toEqual([])
    expect(
      await count(sql`select sum(tasks_completed) as count from timesheets.productivity_metrics`),
    ).toBe(await count(sql`select count(*) from projects.tasks where status = 'done'`))
  })

  test('a submitted total is the sum of the week’s entries', async () => {
    expect(
      await read(
        sql`select s.id from timesheets.weekly_summaries s where s.submitted_minutes is not null
            and s.submitted_minutes <> (select sum(e.minutes) from timesheets.time_entries e
              where e.user_id = s.user_id and date_trunc('week', e.work_date)::date = s.week_start)`,
      ),
    ).toEqual([])
  })
})
