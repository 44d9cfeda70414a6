import type { SchedulingMode, Timeline, TimelineTask } from '@milepost/api-contracts/timeline'
import { statement } from '@milepost/service-kit/statement'

/** All of a timeline but its tasks and links: little, and of several owners with versions of their own. */
export interface Frame {
  id: string
  key: string
  name: string
  team_id: string
  version: number
  start_date: string | null
  finish_date: string | null
  scheduling_mode: SchedulingMode
  milestones: Timeline['milestones']
  baselines: Timeline['baselines']
  /** The organisation's first, then the team's, then those of the people with open tasks. */
  calendars: CalendarRow[]
  absences: AbsenceRow[]
  externals: ExternalRow[]
}

export interface CalendarRow {
  scope: 'organisation' | 'team' | 'person'
  user_id: string | null
  weekend: number[] | null
  days: { day: string; kind: 'holiday' | 'working'; name: string }[]
  windows: Timeline['calendar']['windows']
}

/** A day of which no working time is left. */
export interface AbsenceRow {
  user_id: string
  day: string
}

/** The end of a link that lies in another project. */
export interface ExternalRow extends Pick<TimelineTask, 'id' | 'title' | 'status'> {
  project_key: string
  team_id: string
  start_date: string | null
  due_date: string | null
}

type Params = [projectId: string, personIds: string[], externalIds: string[]]

/**
 * What surrounds a plan whose tasks are to be done by these people, and linked with these of other projects.
 * A full day of absence is eight hours, or a fifth of the week of one who works less.
 */
export const readFrame = statement<Params, Frame>(
  'read_timeline_frame',
  `select p.id, p.key, p.name, p.team_id, p.version, p.start_date::text, p.finish_date::text,
     p.scheduling_mode, m.milestones, b.baselines, c.calendars, a.absences, e.externals
   from projects.projects p
   cross join lateral (
     select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'due_date', m.due_date,
       'original_due_date', m.original_due_date, 'status', m.status, 'achieved_on', m.achieved_on)
       order by m.due_date, m.id), '[]') as milestones
     from projects.milestones m where m.project_id = p.id and m.deleted_at is null
   ) m
   cross join lateral (
     select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'reason', b.reason,
       'start_date', b.start_date, 'finish_date', b.finish_date, 'created_at',
       to_char(b.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       order by b.created_at desc, b.id desc), '[]') as baselines
     from projects.project_baselines b where b.project_id = p.id
   ) b
   cross join lateral (
     select coalesce(json_agg(json_build_object('scope', c.scope, 'user_id', c.user_id,
       'weekend', c.weekend,
       'days', (select coalesce(json_agg(json_build_object('day', d.day, 'kind', d.kind,
           'name', d.name) order by d.day), '[]')
         from auth.calendar_days d where d.calendar_id = c.id),
       'windows', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind,
           'name', w.name, 'starts_on', w.starts_on, 'ends_on', w.ends_on)
           order by w.starts_on, w.id), '[]')
         from auth.change_windows w where w.calendar_id = c.id))
       order by c.scope, c.id), '[]') as calendars
     from auth.calendars c
     where c.scope = 'organisation' or c.team_id = p.team_id
       or c.user_id = any($2::uuid[])
   ) c
   cross join lateral (
     select coalesce(json_agg(json_build_object('user_id', a.user_id, 'day', a.absent_on)
       order by a.user_id, a.absent_on), '[]') as absences
     from timesheets.absences a
     where a.user_id = any($2::uuid[]) and a.minutes >= least(480, coalesce((
       select k.weekly_minutes / 5 from timesheets.capacities k
       where k.user_id = a.user_id and k.valid_from <= a.absent_on
       order by k.valid_from desc limit 1), 480))
   ) a
   cross join lateral (
     select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'status', o.status,
       'project_key', op.key, 'team_id', op.team_id,
       'start_date', coalesce(span.start_date, o.start_date),
       'due_date', coalesce(span.due_date, o.due_date)) order by o.id), '[]') as externals
     from projects.tasks o
     join projects.projects op on op.id = o.project_id and op.deleted_at is null
     left join lateral (
       select min(least(u.start_date, u.due_date)) as start_date, max(u.due_date) as due_date
       from projects.tasks u
       where o.child_count > 0 and u.project_id = o.project_id and u.child_count = 0
         and u.path <@ o.path and u.deleted_at is null and u.status <> 'cancelled'
     ) span on true
     where o.id = any($3::uuid[]) and o.deleted_at is null and o.project_id <> p.id
   ) e
   where p.id = $1 and p.deleted_at is null`,
)
