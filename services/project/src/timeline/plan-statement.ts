import { statement } from '@milepost/service-kit/statement'

/** The tasks and links of a project as JSON text, and the version of exactly these: one statement sees one moment. */
export interface PlanText {
  board_version: number
  median_estimate: number | null
  tasks: string
  links: string
}

/**
 * Put together as text, for json_build_object takes three times as long. What does not apply is left out.
 * Links are not asked for their tasks here: a planner without statistics would look each up in all of them.
 */
export const readPlanText = statement<[projectId: string], PlanText>(
  'read_plan_text',
  `select g.board_version::float8, g.median_estimate, t.tasks, l.links
   from projects.project_progress g
   cross join lateral (
     select coalesce(string_agg(
       concat('{"id":"', t.id, '","number":', t.number, ',"title":', to_json(t.title),
         ',"status":"', t.status, '"',
         ',"parent_task_id":"' || t.parent_task_id || '"',
         ',"assignee_id":"' || t.assignee_id || '"',
         ',"milestone_id":"' || t.milestone_id || '"',
         ',"start_date":"' || t.start_date || '"',
         ',"due_date":"' || t.due_date || '"',
         ',"not_before":"' || t.not_before || '"',
         case when t.is_pinned then ',"pinned":true' end,
         ',"estimate_minutes":' || t.estimate_minutes,
         ',"completion_percentage":',
         case when t.status = 'done' then 100 else t.completion_percentage end,
         ',"version":', t.version, '}'),
       ',' order by t.number), '') as tasks
     from projects.tasks t
     where t.project_id = g.project_id and t.deleted_at is null
   ) t
   cross join lateral (
     select coalesce(string_agg(
       concat('{"id":"', d.id, '","predecessor_id":"', d.predecessor_id,
         '","successor_id":"', d.successor_id, '","type":"', d.type,
         '","lag_minutes":', d.lag_minutes, '}'),
       ',' order by d.id), '') as links
     from (
       select d.* from projects.task_dependencies d where d.project_id = g.project_id
       union all
       select d.* from projects.tasks p
       join projects.task_dependencies d on d.predecessor_id = p.id
       where p.project_id = g.project_id and d.project_id <> g.project_id
     ) d
   ) l
   where g.project_id = $1`,
)

/** What a baseline kept, as JSON text. It never changes. */
export const readBaselineItems = statement<[baselineId: string], { items: string }>(
  'read_baseline_items',
  `select coalesce(string_agg(
     concat('{', '"task_id":"' || i.task_id || '",', '"milestone_id":"' || i.milestone_id || '",',
       '"start_date":"' || i.start_date || '",', '"finish_date":"', i.finish_date, '"}'),
     ',' order by i.id), '') as items
   from projects.baseline_items i where i.baseline_id = $1`,
)
