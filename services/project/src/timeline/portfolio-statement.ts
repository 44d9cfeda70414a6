import type { PortfolioTimeline } from '@milepost/api-contracts/portfolio-timeline'
import type { LinkType } from '@milepost/api-contracts/timeline'
import { statement } from '@milepost/service-kit/statement'
import type { CalendarRow } from './frame-statement.ts'

/** One end of a link between projects. */
export interface LinkedEnd {
  id: string
  project_id: string
  key: string
  title: string
  done: boolean
  start_date: string | null
  due_date: string | null
}

export interface PortfolioLinkRow {
  id: string
  type: LinkType
  lag_minutes: number
  predecessor: LinkedEnd
  successor: LinkedEnd
}

interface PortfolioRow {
  projects: PortfolioTimeline['projects']
  links: PortfolioLinkRow[]
  calendars: CalendarRow[]
}

/** Projects of these teams, of all when null; cancelled and archived ones left out. */
export const readPortfolio = statement<[teamIds: string[] | null], PortfolioRow>(
  'read_portfolio_timeline',
  `with shown as materialized (
     select p.* from projects.projects p
     where p.deleted_at is null and p.archived_at is null and p.status <> 'cancelled'
       and ($1::uuid[] is null or p.team_id = any($1::uuid[]))
   ), span as (
     select t.project_id, min(least(t.start_date, t.due_date)) as start_date,
       max(t.due_date) as due_date
     from projects.tasks t join shown p on p.id = t.project_id
     where t.deleted_at is null and t.child_count = 0 and t.status <> 'cancelled'
     group by t.project_id
   ), promised as (
     select m.project_id, max(m.due_date) as due_date,
       json_agg(json_build_object('id', m.id, 'name', m.name, 'due_date', m.due_date,
         'original_due_date', m.original_due_date, 'status', m.status,
         'achieved_on', m.achieved_on) order by m.due_date, m.id) as milestones
     from projects.milestones m join shown p on p.id = m.project_id
     where m.deleted_at is null
     group by m.project_id
   ), bar as (
     select p.id, p.key, p.name, coalesce(team.name, '') as team_name, p.status,
       p.declared_health, coalesce(h.computed_health, 'unknown') as computed_health,
       g.completion_percentage,
       least(p.start_date, span.start_date) as start_date,
       greatest(p.finish_date, span.due_date, promised.due_date) as finish_date,
       p.start_date as planned_start_date, p.finish_date as planned_finish_date,
       b.finish_date as baseline_finish_date,
       coalesce(promised.milestones, '[]') as milestones
     from shown p
     join projects.project_progress g on g.project_id = p.id
     left join projects.project_health h on h.project_id = p.id
     left join auth.teams team on team.id = p.team_id
     left join span on span.project_id = p.id
     left join promised on promised.project_id = p.id
     left join lateral (
       select b.finish_date from projects.project_baselines b
       where b.project_id = p.id order by b.created_at, b.id limit 1
     ) b on true
   ), task as not materialized (
     select t.id, json_build_object('id', t.id, 'project_id', t.project_id,
       'key', concat(p.key, '-', t.number), 'title', t.title, 'done', t.status = 'done',
       'start_date', coalesce(s.start_date, t.start_date),
       'due_date', coalesce(s.due_date, t.due_date)) as shown
     from projects.tasks t join shown p on p.id = t.project_id
     left join lateral (
       select min(least(u.start_date, u.due_date)) as start_date, max(u.due_date) as due_date
       from projects.tasks u
       where t.child_count > 0 and u.project_id = t.project_id and u.child_count = 0
         and u.path <@ t.path and u.deleted_at is null and u.status <> 'cancelled'
     ) s on true
     where t.deleted_at is null and t.status <> 'cancelled'
   ), crossing as materialized (
     select d.id, d.type, d.lag_minutes, d.predecessor_id, d.successor_id
     from projects.task_dependencies d
     join projects.tasks p on p.id = d.predecessor_id and p.project_id <> d.project_id
   )
   select
     (select coalesce(json_agg(bar order by bar.start_date nulls last, bar.key), '[]')
      from bar) as projects,
     (select coalesce(json_agg(json_build_object('id', d.id, 'type', d.type,
        'lag_minutes', d.lag_minutes, 'predecessor', p.shown, 'successor', s.shown)
        order by d.id), '[]')
      from crossing d join task p on p.id = d.predecessor_id
      join task s on s.id = d.successor_id) as links,
     (select coalesce(json_agg(json_build_object('scope', c.scope, 'user_id', null,
        'weekend', c.weekend,
        'days', (select coalesce(json_agg(json_build_object('day', d.day, 'kind', d.kind,
            'name', d.name) order by d.day), '[]')
          from auth.calendar_days d where d.calendar_id = c.id),
        'windows', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind,
            'name', w.name, 'starts_on', w.starts_on, 'ends_on', w.ends_on)
            order by w.starts_on, w.id), '[]')
          from auth.change_windows w where w.calendar_id = c.id))), '[]')
      from auth.calendars c where c.scope = 'organisation') as calendars`,
)
