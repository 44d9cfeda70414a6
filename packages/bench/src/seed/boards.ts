import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { People } from './people.ts'
import { makeTasks } from './tasks.ts'

export interface SeededBoard {
  projectId: string
  taskCount: number
}

interface NewBoard {
  key: string
  name: string
  taskCount: number
  seed: number
}

const columns = [
  ['backlog', 'Backlog'],
  ['todo', 'To do'],
  ['in_progress', 'In progress'],
  ['in_review', 'In review'],
  ['blocked', 'Blocked'],
  ['done', 'Done'],
  ['cancelled', 'Cancelled'],
]

const milestones = ['Design agreed', 'Pilot live', 'First site migrated', 'All sites migrated']

/** A project of the team with its columns, milestones, tasks and totals, as the owner of the tables. */
export async function seedBoard(
  owner: pg.Pool,
  people: People,
  { key, name, taskCount, seed }: NewBoard,
): Promise<SeededBoard> {
  const projectId = uuidv7()
  await owner.query(
    `insert into projects.projects (id, key, name, team_id, manager_id, status, start_date, finish_date, declared_health)
     values ($1, $2, $3, $4, $5, 'active', current_date - 84, current_date + 84, 'green')`,
    [projectId, key, name, people.teamId, people.managerId],
  )
  for (const [position, [status, title]] of columns.entries())
    await owner.query(
      'insert into projects.board_columns (id, project_id, status, name, position) values ($1, $2, $3, $4, $5)',
      [uuidv7(), projectId, status, title, position],
    )
  for (const [index, title] of milestones.entries())
    await owner.query(
      `insert into projects.milestones (id, project_id, name, due_date, original_due_date)
       values ($1, $2, $3, current_date + $4::int, current_date + $4::int)`,
      [uuidv7(), projectId, title, 14 + index * 21],
    )
  const tasks = makeTasks({
    count: taskCount,
    seed,
    today: new Date(),
    assigneeIds: people.contributorIds,
  })
  await owner.query(insertTasks, [projectId, JSON.stringify(tasks)])
  await owner.query(insertTotals, [projectId])
  return { projectId, taskCount }
}

const insertTasks = `
  insert into projects.tasks (
    id, project_id, number, parent_task_id, path, title, description, status, rank, priority, assignee_id,
    estimate_minutes, due_date, completion_percentage, labels, blocked_reason, blocked_since,
    status_changed_at, completed_at, child_count, child_done_count, created_at, updated_at)
  select id, $1, number, parent_task_id, path::ltree, title, description, status, rank, priority,
    assignee_id, estimate_minutes, due_date, completion_percentage, labels, blocked_reason,
    blocked_since, status_changed_at, completed_at, child_count, child_done_count, created_at, status_changed_at
  from jsonb_to_recordset($2::jsonb) as task(
    id uuid, number int, parent_task_id uuid, path text, title text, description text,
    status projects.task_status, rank text, priority projects.task_priority, assignee_id uuid,
    estimate_minutes int, due_date date, completion_percentage int, labels text[], blocked_reason text,
    blocked_since timestamptz, status_changed_at timestamptz, completed_at timestamptz,
    child_count int, child_done_count int, created_at timestamptz)`

/** Over leaf tasks that were not cancelled; the median is the lower of the two in the middle. */
const insertTotals = `
  insert into projects.project_progress (
    project_id, board_version, last_task_number, estimated_minutes, estimated_done, unestimated_count,
    unestimated_done, median_estimate, leaf_count, done_count, blocked_count)
  select $1, 1, (select max(number) from projects.tasks where project_id = $1),
    coalesce(sum(estimate_minutes), 0),
    coalesce(sum(estimate_minutes::bigint * completion_percentage), 0),
    count(*) filter (where estimate_minutes is null),
    coalesce(sum(completion_percentage) filter (where estimate_minutes is null), 0),
    percentile_disc(0.5) within group (order by estimate_minutes),
    count(*), count(*) filter (where status = 'done'), count(*) filter (where status = 'blocked')
  from projects.tasks
  where project_id = $1 and child_count = 0 and status <> 'cancelled'`

/** Makes a board new to everybody: whatever was kept of it is out of date. */
export async function touchBoard(owner: pg.Pool, projectId: string): Promise<void> {
  await owner.query(
    'update projects.project_progress set board_version = board_version + 1 where project_id = $1',
    [projectId],
  )
}
