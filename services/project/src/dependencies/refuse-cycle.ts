import type { Tx } from '@milepost/db-schemas/database'
import { findCycle, findCycleOfLink } from '@milepost/schedule/find-cycle'
import type { PlanLink, PlanTask } from '@milepost/schedule/plan'
import { sql } from 'drizzle-orm'
import { lockNetwork } from './lock-network.ts'
import { dependencyCycle } from './refusals.ts'

type Raw<Row> = Row & Record<string, unknown>

/** Also what is in the trash: what comes back from there must close no circle either. */
async function readNetwork(tx: Tx, projectIds: readonly string[]) {
  const ids = sql.param([...projectIds])
  const { rows: tasks } = await tx.execute<Raw<{ id: string; parent_id: string | null }>>(
    sql`select id, parent_task_id as parent_id from projects.tasks
        where project_id = any(${ids}::uuid[])`,
  )
  const { rows: links } = await tx.execute<
    Raw<{ id: string; predecessor_id: string; successor_id: string }>
  >(
    sql`select id, predecessor_id, successor_id from projects.task_dependencies
        where project_id = any(${ids}::uuid[])`,
  )
  return { tasks: tasks.map(asPlanTask), links: links.map(asPlanLink) }
}

/** Circles do not depend on dates. */
const asPlanTask = (task: Pick<PlanTask, 'id' | 'parent_id'>): PlanTask => ({
  ...task,
  ...{ start: null, due: null, not_before: null, pinned: false, done: false },
})

const asPlanLink = (link: Pick<PlanLink, 'id' | 'predecessor_id' | 'successor_id'>): PlanLink => ({
  ...link,
  ...{ type: 'FS', lag_minutes: 0 },
})

/** Throws 409 when the link would close a circle, over parents and subtasks too. Call it with the boards locked. */
export async function refuseCycleOfLink(
  tx: Tx,
  projectIds: readonly string[],
  link: { predecessor_id: string; successor_id: string },
): Promise<void> {
  const network = await readNetwork(tx, await lockNetwork(tx, projectIds))
  const cycle =
    link.predecessor_id === link.successor_id
      ? [link.predecessor_id]
      : findCycleOfLink(network, link)
  if (cycle) throw dependencyCycle(await nameTasks(tx, cycle))
}

/** Throws 409 when the tree and the links of a project, as they are now, have a circle. Call it with the board locked. */
export async function refuseCycle(tx: Tx, projectId: string): Promise<void> {
  const network = await readNetwork(tx, await lockNetwork(tx, [projectId]))
  const cycle = network.links.length === 0 ? undefined : findCycle(network)
  if (cycle) throw dependencyCycle(await nameTasks(tx, cycle))
}

async function nameTasks(tx: Tx, ids: readonly string[]) {
  const { rows } = await tx.execute<{ id: string; key: string }>(sql`
    select t.id, concat(p.key, '-', t.number) as key
    from unnest(${sql.param([...ids])}::uuid[]) with ordinality as c(id, place)
    join projects.tasks t on t.id = c.id join projects.projects p on p.id = t.project_id
    order by c.place`)
  return rows
}
