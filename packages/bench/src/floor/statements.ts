/** What the floor asks PostgreSQL, each parsed and planned once per connection. */
export const statements = {
  board: {
    name: 'floor_board',
    text: `select id, number, title, status, rank, priority, assignee_id, due_date::text, labels,
             parent_task_id, child_count, child_done_count, version
           from floor.tasks where project_id = $1 order by status, rank`,
  },
  version: { name: 'floor_version', text: 'select version from floor.boards where id = $1' },
  portfolio: {
    name: 'floor_portfolio',
    text: `select project_id, count(*)::int as tasks,
             count(*) filter (where status = 'done')::int as done,
             count(*) filter (where due_date < current_date and status <> 'done')::int as late
           from floor.tasks group by project_id`,
  },
  /** One row changed with what a product keeps beside it, in one round trip and one commit. */
  move: {
    name: 'floor_move',
    text: `with moved as (
             update floor.tasks set status = $2, rank = $3, version = version + 1 where id = $1
             returning id, project_id, version
           ), logged as (
             insert into floor.activity (task_id, kind, at) select id, 'moved', now() from moved
           ), announced as (
             insert into floor.outbox (project_id, event)
             select project_id, jsonb_build_object('id', id, 'status', $2::text, 'rank', $3::text) from moved
           ) select version from moved`,
  },
  create: {
    name: 'floor_create',
    text: `with added as (
             insert into floor.tasks (id, project_id, title, status, rank, version)
             values (gen_random_uuid(), $1, $2, 'todo', $3, 1) returning id, project_id
           ), logged as (
             insert into floor.activity (task_id, kind, at) select id, 'created', now() from added
           ), announced as (
             insert into floor.outbox (project_id, event)
             select project_id, jsonb_build_object('id', id) from added
           ) select id from added`,
  },
} as const
