import type { NamedRef, PersonRef } from '@milepost/api-contracts/common'
import type { Health, MilestoneStatus, ProjectStatus } from '@milepost/api-contracts/projects'
import type { Forecast, RuleVerdict } from '@milepost/api-contracts/risk-rules'
import { statement } from '@milepost/service-kit/statement'

interface Recent {
  count: number
  last_on: string
}

/** What one project is in an overview, before anything is worked out from it. */
export interface OverviewProject {
  id: string
  key: string
  name: string
  status: ProjectStatus
  team: NamedRef
  manager: PersonRef | null
  completion_percentage: number | null
  declared_health: Health
  health_note: string
  /** Since when it is declared as it is; the project's beginning when nobody ever did. */
  declared_since: string
  computed_health: Health | null
  computed_since: string | null
  computed_at: string | null
  rules: RuleVerdict[] | null
  forecast: Forecast | null
  start_date: string | null
  finish_date: string | null
  baseline_finish_date: string | null
  completed_on: string | null
  task_count: number
  done_count: number
  blocked_count: number
  blocked_since: string | null
  overdue_count: number
  /** Finished leaf tasks by the Monday of their week. */
  finished_by_week: Record<string, number> | null
  /** Leaf tasks finished in the last seven days, and when the last of them was. */
  finished: Recent | null
  /** Leaf tasks that are blocked, and were not seven days ago. */
  newly_blocked: Recent | null
  next_milestone: { id: string; name: string; due_date: string } | null
  /** The snapshot of seven days ago. */
  week_ago: {
    status: ProjectStatus | null
    blocked_count: number
    overdue_count: number
    declared_health: Health
    computed_health: Health
  } | null
}

type Scope = [teamIds: readonly string[] | null, today: string]

export const readProjects = statement<[...Scope, firstWeek: string], OverviewProject>(
  'overview_projects',
  `with scope as (
     select * from projects.projects p
     where p.deleted_at is null and p.archived_at is null and ($1::uuid[] is null or p.team_id = any($1))
   ), finished as (
     select w.project_id, json_object_agg((w.week at time zone 'utc')::date, w.count) as by_week,
       case when sum(w.recent) > 0 then json_build_object(
         'count', sum(w.recent), 'last_on', (max(w.last_at) at time zone 'utc')::date) end as recent
     from (
       select t.project_id, max(t.completed_at) as last_at, count(*) as count,
         date_bin('7 days', t.completed_at, $3::date::timestamp at time zone 'utc') as week,
         count(*) filter (
           where t.completed_at >= ($2::date - 6)::timestamp at time zone 'utc') as recent
       from scope p join projects.tasks t on t.project_id = p.id
       where t.deleted_at is null and t.child_count = 0 and t.completed_at is not null
         and t.completed_at >= $3::date::timestamp at time zone 'utc'
       group by t.project_id, week) w
     group by w.project_id
   ), overdue as (
     select t.project_id, count(*)::int as count
     from scope p join projects.tasks t on t.project_id = p.id
     where t.deleted_at is null and t.child_count = 0 and t.status not in ('done', 'cancelled')
       and t.due_date < $2::date
     group by t.project_id
   ), blocked as (
     select t.project_id, min(t.blocked_since) as since,
       case when max(t.blocked_since) >= ($2::date - 6)::timestamp at time zone 'utc' then
         json_build_object('last_on', (max(t.blocked_since) at time zone 'utc')::date,
           'count', count(*) filter (
             where t.blocked_since >= ($2::date - 6)::timestamp at time zone 'utc')) end as recent
     from scope p join projects.tasks t on t.project_id = p.id
     where t.deleted_at is null and t.child_count = 0 and t.status = 'blocked'
     group by t.project_id
   )
   select p.id, p.key, p.name, p.status, p.start_date::text, p.finish_date::text,
     p.completed_on::text, p.declared_health, p.health_note,
     coalesce(p.health_declared_at, p.created_at) as declared_since,
     json_build_object('id', p.team_id, 'name', coalesce(t.name, '')) as team,
     case when u.id is not null then
       json_build_object('id', u.id, 'display_name', u.display_name) end as manager,
     g.completion_percentage::float8, g.leaf_count as task_count, g.done_count, g.blocked_count,
     h.computed_health, h.computed_since, h.computed_at, h.rules, h.forecast,
     b.finish_date::text as baseline_finish_date,
     blocked.since as blocked_since, coalesce(overdue.count, 0) as overdue_count,
     finished.by_week as finished_by_week, finished.recent as finished,
     blocked.recent as newly_blocked, n.next_milestone, s.week_ago
   from scope p
   join projects.project_progress g on g.project_id = p.id
   left join projects.project_health h on h.project_id = p.id
   left join auth.teams t on t.id = p.team_id
   left join auth.users u on u.id = p.manager_id
   left join finished on finished.project_id = p.id
   left join overdue on overdue.project_id = p.id
   left join blocked on blocked.project_id = p.id
   left join lateral (
     select b.finish_date from projects.project_baselines b
     where b.project_id = p.id order by b.created_at desc limit 1) b on true
   left join lateral (
     select json_build_object('id', m.id, 'name', m.name, 'due_date', m.due_date) as next_milestone
     from projects.milestones m
     where m.project_id = p.id and m.deleted_at is null and m.status = 'upcoming'
     order by m.due_date, m.id limit 1) n on true
   left join lateral (
     select json_build_object('status', s.status, 'blocked_count', s.blocked_count,
       'overdue_count', s.overdue_count, 'declared_health', s.declared_health,
       'computed_health', s.computed_health) as week_ago
     from projects.project_snapshots s
     where s.project_id = p.id and s.snapshot_on = $2::date - 7) s on true`,
)

export interface OverviewMilestone {
  id: string
  project_id: string
  name: string
  status: MilestoneStatus
  due_date: string
  original_due_date: string
  achieved_on: string | null
  open_count: number
  first_open_due: string | null
}

/** The last 90 days and the next 180, by date; at most 500. */
export const readMilestones = statement<Scope, OverviewMilestone>(
  'overview_milestones',
  `select m.id, m.project_id, m.name, m.status, m.due_date::text, m.original_due_date::text,
     m.achieved_on::text,
     coalesce(o.count, 0) as open_count, o.first_due::text as first_open_due
   from projects.milestones m
   join projects.projects p on p.id = m.project_id
   left join lateral (
     select count(*)::int as count, min(t.due_date) as first_due
     from projects.tasks t
     where m.status = 'upcoming' and t.milestone_id = m.id and t.deleted_at is null
       and t.status not in ('done', 'cancelled')) o on true
   where m.deleted_at is null and p.deleted_at is null and p.archived_at is null
     and ($1::uuid[] is null or p.team_id = any($1))
     and m.due_date between $2::date - 90 and $2::date + 180
   order by m.due_date, m.id limit 500`,
)

export interface HealthChange {
  kind: 'declared' | 'computed'
  project_id: string
  happened_on: string
  /** The health before; null when no snapshot remembers it. */
  previous: Health | null
}

/** Projects whose health was declared or computed anew in the last seven days. */
export const readHealthChanges = statement<Scope, HealthChange>(
  'overview_health_changes',
  `with scope as (
     select * from projects.projects p
     where p.deleted_at is null and p.archived_at is null and ($1::uuid[] is null or p.team_id = any($1))
   ), moment as (
     select ($2::date - 6)::timestamp at time zone 'utc' as since
   )
   select 'declared' as kind, p.id as project_id, (
       select s.declared_health from projects.project_snapshots s
       where s.project_id = p.id and s.declared_health <> p.declared_health
         and s.snapshot_on <= (p.health_declared_at at time zone 'utc')::date
       order by s.snapshot_on desc limit 1) as previous,
     (p.health_declared_at at time zone 'utc')::date::text as happened_on
   from scope p, moment where p.health_declared_at >= moment.since
   union all
   select 'computed', p.id, (
       select s.computed_health from projects.project_snapshots s
       where s.project_id = p.id and s.computed_health <> h.computed_health
         and s.snapshot_on <= (h.computed_since at time zone 'utc')::date
       order by s.snapshot_on desc limit 1),
     (h.computed_since at time zone 'utc')::date::text
   from scope p join projects.project_health h on h.project_id = p.id, moment
   where h.computed_since >= moment.since`,
)
