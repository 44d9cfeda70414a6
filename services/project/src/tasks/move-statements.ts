import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Task } from '@milepost/db-schemas/tasks'
import { statement } from '@milepost/service-kit/statement'
import type { Totals } from './progress.ts'

/** Who may move a task: all that is needed before the transaction. */
export interface MovableTask {
  id: string
  project_id: string
  team_id: string
  assignee_id: string | null
}

export const findMovableTask = statement<[taskId: string], MovableTask>(
  'find_movable_task',
  `select t.id, t.project_id, p.team_id, t.assignee_id
   from projects.tasks t join projects.projects p on p.id = t.project_id
   where t.id = $1 and t.deleted_at is null and p.deleted_at is null`,
)

/** A board's running totals as the table has them. */
export type BoardProgress = Totals & {
  board_version: number
  median_estimate: number | null
}

type Instants = 'completed_at' | 'blocked_since'
type DroppedTask = Pick<
  Task,
  | 'id'
  | 'project_id'
  | 'number'
  | 'title'
  | 'status'
  | 'rank'
  | 'priority'
  | 'assignee_id'
  | 'parent_task_id'
  | 'due_date'
  | 'labels'
  | 'estimate_minutes'
  | 'completion_percentage'
  | 'blocked_reason'
  | 'child_count'
  | 'child_done_count'
  | 'column_id'
  | 'milestone_id'
  | 'version'
>

type DropRow = DroppedTask &
  Record<Instants, string | null> & {
    status_changed_at: string
    team_id: string
    project_version: number
    progress: BoardProgress
    above_rank: string | null
    below_rank: string | null
    /** The column it was dropped into; null when that is no column of this status. */
    target: TargetColumn | null
    after_known: boolean
    before_known: boolean
  }

/** Where a card is to go. */
export interface TargetColumn {
  id: string
  name: string
  is_first: boolean
  wip_limit: number | null
  /** How many cards are there now; counted only where a limit blocks. */
  card_count: number | null
}

/**
 * A dragged task and the gap it was dropped into, by primary keys and the index of ranks: as fast in a
 * column of ten thousand as in one of ten. The card above the drop decides; if it has left the column,
 * the card below; if both have, the end of the column.
 */
export const readDrop = statement<
  [
    taskId: string,
    afterId: string | null,
    beforeId: string | null,
    status: TaskStatus,
    /** Null: its present column if that is one of the status, else the first of the status. */
    columnId: string | null,
  ],
  DropRow
>(
  'read_drop',
  `select t.id, t.project_id, t.number, t.title, t.status, t.rank, t.priority, t.assignee_id,
     t.parent_task_id, t.due_date::text, t.labels, t.estimate_minutes, t.completion_percentage,
     t.blocked_reason, t.blocked_since, t.status_changed_at, t.completed_at, t.child_count,
     t.child_done_count, t.column_id, t.milestone_id, t.version, p.team_id, p.version as project_version,
     json_build_object(
       'board_version', g.board_version, 'estimated_minutes', g.estimated_minutes,
       'estimated_done', g.estimated_done, 'unestimated_count', g.unestimated_count,
       'unestimated_done', g.unestimated_done, 'median_estimate', g.median_estimate,
       'leaf_count', g.leaf_count, 'done_count', g.done_count, 'blocked_count', g.blocked_count
     ) as progress,
     (
       select json_build_object('id', c.id, 'name', c.name, 'is_first', c.is_first,
         'wip_limit', c.wip_limit, 'card_count', case when c.wip_blocks then (
           select count(*) from projects.tasks o
           where o.project_id = t.project_id and o.status = $4 and o.deleted_at is null and o.id <> t.id
             and (o.column_id = c.id or (o.column_id is null and c.is_first))) end)
       from (
         select b.*, b.id = first_value(b.id) over (order by b.position) as is_first
         from projects.board_columns b where b.project_id = t.project_id and b.status = $4
       ) c
       where $5::uuid is null or c.id = $5
       order by (c.id = t.column_id) is true desc, c.position limit 1
     ) as target,
     a.id is not null as after_known, b.id is not null as before_known,
     case
       when a.is_there then a.rank
       when b.is_there then (
         select c.rank from projects.tasks c
         where c.project_id = t.project_id and c.status = $4 and c.deleted_at is null
           and c.rank < b.rank and c.id <> t.id
         order by c.rank desc limit 1)
       else (
         select c.rank from projects.tasks c
         where c.project_id = t.project_id and c.status = $4 and c.deleted_at is null and c.id <> t.id
         order by c.rank desc limit 1)
     end as above_rank,
     case
       when a.is_there then (
         select c.rank from projects.tasks c
         where c.project_id = t.project_id and c.status = $4 and c.deleted_at is null
           and c.rank > a.rank and c.id <> t.id
         order by c.rank limit 1)
       when b.is_there then b.rank
     end as below_rank
   from projects.tasks t
   join projects.projects p on p.id = t.project_id
   join projects.project_progress g on g.project_id = t.project_id
   left join lateral (
     select n.id, n.rank, n.status = $4 and n.deleted_at is null and n.id <> t.id as is_there
     from projects.tasks n where n.id = $2 and n.project_id = t.project_id) a on true
   left join lateral (
     select n.id, n.rank, n.status = $4 and n.deleted_at is null and n.id <> t.id as is_there
     from projects.tasks n where n.id = $3 and n.project_id = t.project_id) b on true
   where t.id = $1 and t.deleted_at is null and p.deleted_at is null`,
)

/**
 * Everything a move writes, in one statement, by primary keys only, and only if the board and the project
 * are still at the versions that were read: no row answered means that they are not, and nothing written.
 */
export const saveMove = statement<
  [
    taskId: string,
    status: TaskStatus,
    rank: string,
    blockedReason: string | null,
    blockedSince: Date | null,
    statusChangedAt: Date,
    completedAt: Date | null,
    projectId: string,
    /** The row of `project_progress` as it is to be, as JSON. */
    progress: string,
    /** The row of `task_activity_log`, as JSON. */
    activity: string,
    /** The events in their order, as JSON. */
    events: string,
    parentId: string | null,
    childDoneDelta: number,
    boardVersionRead: number,
    projectVersionRead: number,
    columnId: string | null,
  ],
  { version: number }
>(
  'save_move',
  `with counted as (
     update projects.project_progress p set
       board_version = n.board_version, estimated_minutes = n.estimated_minutes,
       estimated_done = n.estimated_done, unestimated_count = n.unestimated_count,
       unestimated_done = n.unestimated_done, median_estimate = n.median_estimate,
       leaf_count = n.leaf_count, done_count = n.done_count, blocked_count = n.blocked_count,
       updated_at = now()
     from jsonb_to_record($9::jsonb) as n(
       board_version bigint, estimated_minutes bigint, estimated_done bigint, unestimated_count int,
       unestimated_done bigint, median_estimate int, leaf_count int, done_count int, blocked_count int)
     where p.project_id = $8 and p.board_version = $14 and exists (
       select from projects.projects o where o.id = $8 and o.version = $15)
     returning p.project_id
   ), logged as (
     insert into projects.task_activity_log
       (id, project_id, task_id, actor_user_id, kind, changes, correlation_id)
     select n.id, counted.project_id, $1, n.actor_user_id, n.kind, n.changes, n.correlation_id
     from counted, jsonb_to_record($10::jsonb) as n(
       id uuid, actor_user_id uuid, kind text, changes jsonb, correlation_id text)
   ), announced as (
     insert into projects.outbox (event_id, event_type, event)
     select (e.event ->> 'event_id')::uuid, e.event ->> 'event_type', e.event
     from counted, jsonb_array_elements($11::jsonb) with ordinality as e(event, place)
     order by e.place
   ), parent as (
     update projects.tasks t set child_done_count = t.child_done_count + $13
     from counted where t.id = $12
   )
   update projects.tasks t set
     status = $2, column_id = $16, rank = $3, blocked_reason = $4, blocked_since = $5, status_changed_at = $6,
     completed_at = $7, version = t.version + 1, updated_at = now()
   from counted where t.id = $1
   returning t.version`,
)
