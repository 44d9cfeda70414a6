import { openTestDatabase } from '@milepost/local-stack/test-database'
import { verify } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { demoDay, openDemoDatabase, queriesOn } from '#test/demo-database.ts'
import { loadDemo } from './load.ts'

const { db, read, count } = await openDemoDatabase()
const twin = await openTestDatabase()
const own = await openTestDatabase()

describe('loading', () => {
  test('the same day gives the same rows in every table, ids included', async () => {
    await loadDemo(twin.url, { today: demoDay, profile: 'demo' })
    const tables = await read<{ name: string }>(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname in ('auth', 'projects', 'insights', 'timesheets')
            and tablename <> 'roles' order by 1`,
    )
    let rows = 0
    for (const { name } of tables) {
      const dump = sql`select count(*)::int as rows, md5(string_agg(t::text, e'\n' order by t::text)) as hash from ${sql.raw(name)} t`
      const [first] = await read<{ rows: number }>(dump)
      expect((await queriesOn(twin).read(dump))[0], name).toEqual(first)
      rows += first?.rows ?? 0
    }
    expect(tables.length).toBeGreaterThan(30)
    expect(rows).toBeGreaterThan(4_000)
  })

  test('a second load changes nothing and says so', async () => {
    const before = await count(sql`select count(*) from projects.tasks`)
    expect(await loadDemo(db.url, { today: '2026-12-24', profile: 'demo' })).toBe('already loaded')
    expect(await count(sql`select count(*) from projects.tasks`)).toBe(before)
  })

  test('a database with accounts of its own is refused and left alone', async () => {
    await own.execute(
      sql`insert into auth.users (id, email, display_name) values (gen_random_uuid(), 'somebody@example.org', 'Somebody')`,
    )
    await expect(loadDemo(own.url, { today: demoDay, profile: 'demo' })).rejects.toThrow(
      '1 accounts',
    )
    expect(await queriesOn(own).read(sql`select name from projects.projects`)).toEqual([])
  })

  test('the production profile is refused before anything is read', async () => {
    await expect(
      loadDemo('postgres://nobody@localhost:1/none', { today: demoDay, profile: 'production' }),
    ).rejects.toThrow('MILEPOST_PROFILE')
  })

  test('no event is announced and no insight pretended', async () => {
    for (const schema of ['auth', 'projects', 'insights', 'timesheets'])
      expect(await count(sql`select count(*) from ${sql.raw(schema)}.outbox`)).toBe(0)
    expect(await count(sql`select count(*) from insights.generated_insights`)).toBe(0)
  })
})

describe('people', () => {
  test('the four demo logins have their role and the published password', async () => {
    const logins = await read<{ email: string; role: string; password_hash: string }>(
      sql`select u.email, r.name as role, u.password_hash from auth.users u
          join auth.user_roles ur on ur.user_id = u.id join auth.roles r on r.id = ur.role_id
          where u.email in ('executive@milepost.example', 'manager@milepost.example',
            'contributor@milepost.example', 'admin@milepost.example') order by u.email`,
    )
    expect(logins.map(({ email, role }) => [email, role])).toEqual([
      ['admin@milepost.example', 'admin'],
      ['contributor@milepost.example', 'contributor'],
      ['executive@milepost.example', 'executive'],
      ['manager@milepost.example', 'project_manager'],
    ])
    for (const { password_hash } of logins)
      expect(await verify(password_hash, 'milepost-demo-only')).toBe(true)
  })

  test('three teams of five or more, each with a manager, and everybody with a capacity', async () => {
    const teams = await read<{ people: number; managers: number }>(
      sql`select count(distinct m.user_id)::int as people,
            count(*) filter (where r.name = 'project_manager')::int as managers
          from auth.team_memberships m join auth.user_roles ur on ur.user_id = m.user_id
          join auth.roles r on r.id = ur.role_id group by m.team_id`,
    )
    expect(teams).toHaveLength(3)
    for (const team of teams) {
      expect(team.people).toBeGreaterThanOrEqual(5)
      expect(team.managers).toBeGreaterThanOrEqual(1)
    }
    expect(
      await count(
        sql`select count(*) from auth.team_memberships m where not exists
            (select from timesheets.capacities c where c.user_id = m.user_id)`,
      ),
    ).toBe(0)
  })

  test('tasks are only assigned within the team that owns the project', async () => {
    expect(
      await read(
        sql`select p.key, t.number from projects.tasks t join projects.projects p on p.id = t.project_id
            where t.assignee_id is not null and not exists (select from auth.team_memberships m
              where m.user_id = t.assignee_id and m.team_id = p.team_id)`,
      ),
    ).toEqual([])
  })
})
