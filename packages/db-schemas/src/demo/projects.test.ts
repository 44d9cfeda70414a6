import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { demoDay, openDemoDatabase } from '#test/demo-database.ts'

const { read, count } = await openDemoDatabase()

describe('projects and tasks', () => {
  test.each([
    ['VUL', 65],
    ['CLD', 70],
    ['WAF', 65],
    ['TLB', 20],
  ])('%s computes to exactly %d%% from its leaf tasks', async (key, expected) => {
    const [row] = await read<{ completion: number }>(
      sql`with leaf as (
            select t.estimate_minutes as estimate,
              case when t.status = 'done' then 100 else t.completion_percentage end as completion
            from projects.tasks t join projects.projects p on p.id = t.project_id
            where p.key = ${key} and t.status <> 'cancelled'
              and not exists (select from projects.tasks c where c.parent_task_id = t.id)),
          stand_in as (select coalesce(percentile_cont(0.5) within group (order by estimate), 1) as median from leaf)
          select round((sum(coalesce(estimate, median) * completion) / sum(coalesce(estimate, median)))::numeric, 1)::float as completion
          from leaf, stand_in`,
    )
    expect(row?.completion).toBe(expected)
  })

  test('the running totals are what a recomputation gives', async () => {
    const stored = await read(
      sql`select project_id, last_task_number, estimated_minutes::int, estimated_done::int, unestimated_count,
            unestimated_done::int, median_estimate, leaf_count, done_count, blocked_count
          from projects.project_progress order by project_id`,
    )
    const recomputed = await read(
      sql`with leaf as (select *, case when status = 'done' then 100 else completion_percentage end as completion
            from projects.tasks where child_count = 0 and status <> 'cancelled' and deleted_at is null)
          select project_id,
            (select max(number) from projects.tasks t where t.project_id = leaf.project_id) as last_task_number,
            coalesce(sum(estimate_minutes), 0)::int as estimated_minutes,
            coalesce(sum(estimate_minutes * completion), 0)::int as estimated_done,
            (count(*) filter (where estimate_minutes is null))::int as unestimated_count,
            coalesce(sum(completion) filter (where estimate_minutes is null), 0)::int as unestimated_done,
            percentile_cont(0.5) within group (order by estimate_minutes)::int as median_estimate,
            count(*)::int as leaf_count,
            (count(*) filter (where status = 'done'))::int as done_count,
            (count(*) filter (where status = 'blocked'))::int as blocked_count
          from leaf group by project_id order by project_id`,
    )
    expect(stored).toHaveLength(7)
    expect(stored).toEqual(recomputed)
  })

  test('there is enough of everything to look at', async () => {
    expect(await count(sql`select count(*) from projects.tasks`)).toBeGreaterThanOrEqual(240)
    expect(await count(sql`select count(*) from projects.task_comments`)).toBeGreaterThanOrEqual(80)
    expect(
      await count(sql`select count(*) from projects.task_dependencies`),
    ).toBeGreaterThanOrEqual(80)
    expect(
      await count(sql`select count(*) from projects.projects where status = 'completed'`),
    ).toBe(2)
  })

  test('no title is used twice in a project and none is a placeholder', async () => {
    expect(
      await read(
        sql`select title from projects.tasks group by project_id, title
            having count(*) > 1 or title ~ '^Task [0-9]' or length(title) < 6`,
      ),
    ).toEqual([])
  })

  test('every blocked task says why and since when, and no other does', async () => {
    expect(
      await read(
        sql`select number from projects.tasks where (status = 'blocked') <> (blocked_reason is not null)
            or (status = 'blocked') <> (blocked_since is not null)`,
      ),
    ).toEqual([])
    expect(
      await read(
        sql`select p.key, count(*)::int as blocked, max(${demoDay}::date - blocked_since::date) as oldest
            from projects.tasks t join projects.projects p on p.id = t.project_id
            where t.status = 'blocked' group by p.key order by p.key`,
      ),
    ).toEqual([
      { key: 'TLB', blocked: 4, oldest: 12 },
      { key: 'VUL', blocked: 1, oldest: 2 },
      { key: 'WAF', blocked: 2, oldest: 6 },
    ])
  })

  test('a task with subtasks is where these are: begun with the first, done with the last', async () => {
    expect(
      await read(
        sql`select p.key, t.number, t.status from projects.tasks t
            join projects.projects p on p.id = t.project_id
            cross join lateral (
              select bool_and(c.status = 'done') as all_done,
                bool_or(c.status not in ('backlog', 'todo', 'cancelled')) as any_begun
              from projects.tasks c where c.parent_task_id = t.id) c
            where t.child_count > 0 and t.status::text <> case
              when c.all_done then 'done' when c.any_begun then 'in_progress' else 'backlog' end`,
      ),
    ).toEqual([])
  })

  test('paths, parents and subtask counts agree', async () => {
    expect(
      await read(
        sql`select t.number from projects.tasks t left join projects.tasks p on p.id = t.parent_task_id
            where t.path <> case when p.id is null then replace(t.id::text, '-', '')::ltree
                else p.path || replace(t.id::text, '-', '') end
              or p.project_id <> t.project_id
              or t.child_count <> (select count(*) from projects.tasks c where c.parent_task_id = t.id)
              or t.child_done_count <> (select count(*) from projects.tasks c where c.parent_task_id = t.id and c.status = 'done')`,
      ),
    ).toEqual([])
    expect(await count(sql`select max(nlevel(path)) as count from projects.tasks`)).toBe(3)
  })

  test('links belong to their successors’ projects, two cross projects, and they form no circle', async () => {
    expect(
      await read(
        sql`with recursive chain as (
              select predecessor_id, successor_id from projects.task_dependencies
              union select c.predecessor_id, d.successor_id from chain c
                join projects.task_dependencies d on d.predecessor_id = c.successor_id)
            select predecessor_id from chain where predecessor_id = successor_id
            union all select d.id from projects.task_dependencies d
              join projects.tasks a on a.id = d.predecessor_id join projects.tasks b on b.id = d.successor_id
              where b.project_id <> d.project_id`,
      ),
    ).toEqual([])
    expect(
      await count(
        sql`select count(*) from projects.task_dependencies d
            join projects.tasks a on a.id = d.predecessor_id where a.project_id <> d.project_id`,
      ),
    ).toBe(2)
  })

  test('WAF holds ten cards in a column meant for nine', async () => {
    expect(
      await read(
        sql`select c.status, c.wip_limit, count(t.id)::int as cards from projects.board_columns c
            join projects.projects p on p.id = c.project_id
            left join projects.tasks t on t.project_id = p.id and t.status = c.status
            where p.key = 'WAF' and c.wip_limit is not null group by c.id order by c.position`,
      ),
    ).toEqual([
      { status: 'in_progress', wip_limit: 9, cards: 10 },
      { status: 'in_review', wip_limit: 3, cards: 2 },
    ])
    expect(await count(sql`select count(*) from projects.board_columns`)).toBe(49)
  })

  test('the programme carries its three recent and three coming milestones, one of them late', async () => {
    expect(
      await read(
        sql`select m.name, m.status, m.achieved_on - m.due_date as late from projects.milestones m
            join projects.projects p on p.id = m.project_id where p.key = 'INF' order by m.due_date`,
      ),
    ).toEqual([
      { name: 'NLB Replacement', status: 'achieved', late: 0 },
      { name: 'Exchange Node Addition', status: 'achieved', late: 4 },
      { name: 'Oracle 19c Migration', status: 'achieved', late: 0 },
      { name: 'PAM Re-implementation', status: 'upcoming', late: null },
      { name: 'APM across DLD', status: 'upcoming', late: null },
      { name: 'Data Center Firewall', status: 'upcoming', late: null },
    ])
  })
})
