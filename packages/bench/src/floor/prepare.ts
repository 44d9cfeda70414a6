import type pg from 'pg'

/**
 * The floor's own tables, with the very rows of the product's boards and no more than a board needs: what
 * is written there disturbs nothing else.
 */
export async function prepareFloor(owner: pg.Pool): Promise<void> {
  await owner.query(`
    drop schema if exists floor cascade;
    create schema floor;
    create table floor.boards as
      select project_id as id, 1 as version from projects.project_progress;
    alter table floor.boards add primary key (id);
    create table floor.tasks as
      select id, project_id, number, title, status, rank, priority, assignee_id, due_date, labels,
        parent_task_id, child_count, child_done_count, completed_at, version
      from projects.tasks;
    alter table floor.tasks add primary key (id);
    create index on floor.tasks (project_id, status, rank);
    create table floor.activity (
      id bigint generated always as identity primary key, task_id uuid, kind text, at timestamptz);
    create table floor.outbox (
      id bigint generated always as identity primary key, project_id uuid, event jsonb);
    analyze floor.boards, floor.tasks`)
}
