import { statement } from '@milepost/service-kit/statement'

/** What the check before a list needs: the reader's right to it, and whether it has changed. */
export interface ListHead {
  id: string
  key: string
  team_id: string
  /** Of the project row. */
  version: number
  board_version: number
  /** When a milestone or category last changed, in milliseconds: a list shows their names. */
  names_version: number
}

export const findListHead = statement<[projectId: string], ListHead>(
  'find_list_head',
  `select p.id, p.key, p.team_id, p.version, g.board_version::float8,
     coalesce(floor(extract(epoch from greatest(
       (select max(m.updated_at) from projects.milestones m where m.project_id = p.id),
       (select max(c.updated_at) from projects.categories c))) * 1000), 0)::float8 as names_version
   from projects.projects p join projects.project_progress g on g.project_id = p.id
   where p.id = $1 and p.deleted_at is null`,
)

/**
 * All tasks of a project as JSON text, by number, and the version of exactly these: one statement sees one
 * moment. Put together as text, for json_build_object takes three times as long; `present-row.ts` makes
 * the same row in TypeScript, and what does not apply is left out.
 */
export const readTaskRows = statement<
  [projectId: string],
  { board_version: number; milestones: string; categories: string; tasks: string }
>(
  'read_task_rows',
  `select g.board_version::float8,
     (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'due_date', m.due_date)
        order by m.due_date, m.name), '[]')::text
      from projects.milestones m where m.project_id = g.project_id and m.deleted_at is null)
       as milestones,
     (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]')::text
      from projects.categories c) as categories,
     coalesce((
       select string_agg(concat('{"id":"', t.id, '","number":', t.number, ',"title":', to_json(t.title),
         ',"status":"', t.status, '","rank":"', t.rank, '","priority":"', t.priority, '"',
         ',"assignee_id":"' || t.assignee_id || '"',
         ',"parent_task_id":"' || t.parent_task_id || '"',
         ',"due_date":"' || t.due_date || '"',
         case when t.labels <> '{}' then ',"labels":' || array_to_json(t.labels)::text end,
         ',"blocked_reason":' || to_json(t.blocked_reason)::text,
         ',"blocked_since":"'
           || to_char(t.blocked_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"',
         case when t.child_count > 0 then
           concat(',"subtasks":{"done":', t.child_done_count, ',"total":', t.child_count, '}') end,
         ',"version":', t.version,
         ',"column_id":"' || t.column_id || '"',
         ',"milestone_id":"' || t.milestone_id || '"',
         case when t.status in ('in_progress', 'in_review') then ',"status_since":"'
           || to_char(t.status_changed_at at time zone 'utc', 'YYYY-MM-DD') || '"' end,
         ',"category_id":"' || t.category_id || '"',
         ',"estimate_minutes":' || t.estimate_minutes,
         ',"remaining_minutes":' || t.remaining_minutes,
         ',"start_date":"' || t.start_date || '"',
         ',"completion_percentage":',
           case when t.status = 'done' then 100 else t.completion_percentage end,
         ',"completed_on":"'
           || to_char(t.completed_at at time zone 'utc', 'YYYY-MM-DD') || '"',
         '}'), ',' order by t.number)
       from projects.tasks t
       where t.project_id = g.project_id and t.deleted_at is null), '') as tasks
   from projects.project_progress g
   where g.project_id = $1`,
)
