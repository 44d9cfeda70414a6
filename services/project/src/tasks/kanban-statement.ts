import { statement } from '@milepost/service-kit/statement'

/** What the check before a board needs: the reader's right to it, and whether it has changed. */
export interface BoardHead {
  id: string
  key: string
  team_id: string
  /** Of the project row. */
  version: number
  board_version: number
}

export const findBoardHead = statement<[projectId: string], BoardHead>(
  'find_board_head',
  `select p.id, p.key, p.team_id, p.version, g.board_version::float8
   from projects.projects p join projects.project_progress g on g.project_id = p.id
   where p.id = $1 and p.deleted_at is null`,
)

/**
 * The columns with their cards as JSON text, and the version of exactly these: one statement sees one
 * moment. Put together as text, for json_build_object takes three times as long; `present.ts` makes the
 * same card in TypeScript, and what does not apply is left out.
 */
export const readColumns = statement<
  [projectId: string],
  { board_version: number; completion_percentage: number | null; columns: string }
>(
  'read_columns',
  `select g.board_version::float8, g.completion_percentage::float8, coalesce(b.columns, '') as columns
   from projects.project_progress g
   left join lateral (
     select string_agg(
       concat('{"id":"', c.id, '","status":"', c.status, '","name":', to_json(c.name),
         ',"wip_limit":', coalesce(c.wip_limit::text, 'null'), ',"wip_blocks":', to_json(c.wip_blocks),
         ',"tasks":[', t.cards, ']}'),
       ',' order by c.position) as columns
     from (
       select b.*, b.id = first_value(b.id) over (partition by b.status order by b.position) as is_first
       from projects.board_columns b where b.project_id = g.project_id
     ) c
     left join lateral (
       select string_agg(ranked.card, ',') as cards
       from (
         select concat('{"id":"', t.id, '","number":', t.number, ',"title":', to_json(t.title),
           ',"status":"', c.status, '","rank":"', t.rank, '","priority":"', t.priority, '"',
           ',"assignee_id":"' || t.assignee_id || '"',
           ',"parent_task_id":"' || t.parent_task_id || '"',
           ',"due_date":"' || t.due_date || '"',
           case when t.labels <> '{}' then ',"labels":' || array_to_json(t.labels)::text end,
           ',"blocked_reason":' || to_json(t.blocked_reason)::text,
           ',"blocked_since":"'
             || to_char(t.blocked_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"',
           case when t.child_count > 0 then
             concat(',"subtasks":{"done":', t.child_done_count, ',"total":', t.child_count, '}') end,
           ',"column_id":"' || t.column_id || '"',
           ',"milestone_id":"' || t.milestone_id || '"',
           case when t.status in ('in_progress', 'in_review') then ',"status_since":"'
             || to_char(t.status_changed_at at time zone 'utc', 'YYYY-MM-DD') || '"' end,
           ',"completed_on":"'
             || to_char(t.completed_at at time zone 'utc', 'YYYY-MM-DD') || '"',
           ',"version":', t.version, '}') as card
         from projects.tasks t
         where t.project_id = c.project_id and t.status = c.status and t.deleted_at is null
           and (t.column_id = c.id or (t.column_id is null and c.is_first))
         order by t.rank
       ) ranked
     ) t on true
   ) b on true
   where g.project_id = $1`,
)
