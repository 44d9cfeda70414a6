import { timelineSchema } from '@milepost/api-contracts/timeline'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addProject, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager', { id: await addPerson(db) })
const count = 10_000

/** One chain of working days, and every second task tied to the one ten places on as well. */
async function addLargeProject() {
  const { id } = await addProject(db, { scheduling_mode: 'push' })
  await db.execute(sql`
    insert into projects.tasks
      (id, project_id, number, path, title, status, rank, start_date, due_date)
    select task_id, ${id}, n, replace(task_id::text, '-', '')::ltree, concat('Task ', n), 'todo',
      lpad(n::text, 6, '0'), day, day
    from (
      select n, gen_random_uuid() as task_id,
        date '2026-11-16' + (n - 1) / 5 * 7 + (n - 1) % 5 as day
      from generate_series(1, ${count}) as n
    ) t`)
  await db.execute(sql`
    insert into projects.task_dependencies (id, project_id, predecessor_id, successor_id)
    select gen_random_uuid(), ${id}, a.id, b.id
    from projects.tasks a join projects.tasks b on b.project_id = a.project_id
      and (b.number = a.number + 1 or (b.number = a.number + 10 and a.number % 2 = 0))
    where a.project_id = ${id}`)
  return id
}

const projectId = await addLargeProject()
/** What this process worked, not how long others kept the machine. The database's part comes on top. */
const timed = async <Result>(run: () => Promise<Result>) => {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1_000 }
}

test('a timeline of 10,000 tasks and 15,000 links takes two seconds of work at most, and then none', async () => {
  const read = () => send(manager, { method: 'GET', url: `/projects/${projectId}/timeline` })
  const [first, again] = [await timed(read), await timed(read)]
  const { tasks, links } = timelineSchema.parse(first.result.json())
  expect([tasks.length, links.length]).toEqual([count, 14_994])
  expect(tasks.filter(({ critical }) => critical)).toHaveLength(count)
  expect(first.ms).toBeLessThan(2_000)
  expect(again.ms).toBeLessThan(400)
})

test('a chain of 10,000 tasks moves as one, is announced task by task, and comes back as one', async () => {
  const { tasks } = (
    await send(manager, { method: 'GET', url: `/projects/${projectId}/timeline` })
  ).json()
  const [{ id: task_id, version }] = tasks
  const moved = { task_id, start_date: '2026-11-17', due_date: '2026-11-17', version }
  const post = (url: string, body: object) => send(manager, { method: 'POST', url, body })
  const changes = { changes: [moved] }

  const preview = await timed(() => post(`/projects/${projectId}/schedule/preview`, changes))
  expect(preview.result.json().moves).toHaveLength(count)
  expect(preview.ms).toBeLessThan(2_000)

  const applied = await timed(() => post(`/projects/${projectId}/schedule`, changes))
  expect(applied.result.statusCode).toBe(200)
  expect(applied.ms).toBeLessThan(10_000)
  const { change_set, board_version } = applied.result.json()
  expect(board_version).toBe(count)

  const undone = await post(`/change-sets/${change_set.id}/undo`, {})
  expect(undone.statusCode).toBe(200)
  const { rows } = await db.execute(
    sql`select count(*)::int as moved from projects.tasks
        where project_id = ${projectId}
          and due_date <> date '2026-11-16' + (number - 1) / 5 * 7 + (number - 1) % 5`,
  )
  expect(rows).toEqual([{ moved: 0 }])
}, 60_000)
