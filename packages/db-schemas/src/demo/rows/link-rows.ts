import { links } from '#demo/content/links.ts'
import type { taskDependencies } from '#plan.ts'
import { demoId } from './demo-id.ts'
import type { BuiltProject } from './project-rows.ts'

/** Of the demo's working day, in minutes. */
const workingDay = 480

/** The links of other types than "finish to start" at once, and those from project to project. */
export function linkRows(
  projects: readonly BuiltProject[],
): (typeof taskDependencies.$inferInsert)[] {
  const taskOf = new Map(
    projects.flatMap(({ plan, tasks }) =>
      tasks.map(({ row }): [string, (typeof tasks)[number]['row']] => [
        `${plan.key}-${row.number}`,
        row,
      ]),
    ),
  )
  return links.map(({ from, to, type, lagDays = 0 }) => {
    const [predecessor, successor] = [taskOf.get(from), taskOf.get(to)]
    if (!predecessor || !successor) throw new Error(`no tasks ${from} and ${to} in the plans`)
    const { created_at } = successor
    return {
      id: demoId(`link ${from} ${to}`, created_at),
      created_at,
      updated_at: created_at,
      project_id: successor.project_id,
      predecessor_id: predecessor.id,
      successor_id: successor.id,
      type: type ?? ('FS' as const),
      lag_minutes: lagDays * workingDay,
    }
  })
}
