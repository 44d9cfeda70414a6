import { statement } from '@milepost/service-kit/statement'

/** As `toISOString` writes it. */
const instant = (column: string) =>
  `'"' || to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`

/**
 * The tasks that facts are computed from, by number, as JSON text that PostgreSQL puts together:
 * presenting and writing ten thousand of them here would keep everybody else waiting for as long.
 */
export const readTasks = statement<[projectId: string], { tasks: string | null }>(
  'read_evidence_tasks',
  `select string_agg(numbered.task, ',') as tasks
   from (
     select concat('{"id":"', t.id, '","number":', t.number, ',"title":', to_json(t.title),
       ',"status":"', t.status, '","is_leaf":', (t.child_count = 0)::text,
       ',"assignee_id":', coalesce('"' || t.assignee_id || '"', 'null'),
       ',"estimate_minutes":', coalesce(t.estimate_minutes::text, 'null'),
       ',"completion_percentage":',
         case when t.status = 'done' then 100 else t.completion_percentage end,
       ',"start_date":', coalesce('"' || t.start_date || '"', 'null'),
       ',"due_date":', coalesce('"' || t.due_date || '"', 'null'),
       ',"blocked_reason":', coalesce(to_json(t.blocked_reason)::text, 'null'),
       ',"blocked_since":', coalesce(${instant('t.blocked_since')}, 'null'),
       ',"completed_at":', coalesce(${instant('t.completed_at')}, 'null'),
       ',"updated_at":', ${instant('t.updated_at')}, '}') as task
     from projects.tasks t
     where t.project_id = $1 and t.deleted_at is null
     order by t.number limit 20000
   ) numbered`,
)
