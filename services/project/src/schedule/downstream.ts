import type { Plan } from '@milepost/schedule/plan'

/**
 * The tasks that a change of these could move: themselves, what follows them by links, and for each of
 * these the summaries above, whose spans may change, with what follows those. What follows a summary
 * follows with all that is under it.
 */
export function downstream(
  { tasks, links }: Pick<Plan, 'tasks' | 'links'>,
  taskIds: readonly string[],
): Set<string> {
  const parentOf = new Map(tasks.map(({ id, parent_id }) => [id, parent_id]))
  const children = Map.groupBy(tasks, ({ parent_id }) => parent_id)
  const following = Map.groupBy(links, ({ predecessor_id }) => predecessor_id)

  const reached = new Set(taskIds)
  /** Held back as a whole: its subtasks are too. */
  const held = new Set<string>()
  const waiting = [...reached]
  const reach = (id: string) => {
    if (reached.has(id)) return
    reached.add(id)
    waiting.push(id)
  }
  const hold = (id: string) => {
    if (held.has(id)) return
    held.add(id)
    reach(id)
    for (const child of children.get(id) ?? []) holding.push(child.id)
  }
  const holding: string[] = []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const parent = parentOf.get(id)
    if (parent != null) reach(parent)
    for (const { successor_id } of following.get(id) ?? []) {
      hold(successor_id)
      for (let part = holding.pop(); part !== undefined; part = holding.pop()) hold(part)
    }
  }
  return reached
}
