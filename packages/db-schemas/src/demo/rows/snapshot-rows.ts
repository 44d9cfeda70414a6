import type { PlannedProject } from '#demo/content/plan.ts'
import { addDays, instant, slotDate } from './calendar.ts'
import { completionOf } from './completion.ts'
import { demoId } from './demo-id.ts'
import type { BuiltTask } from './task-rows.ts'

/** Twelve weeks of days, the last one yesterday. */
const days = 84

/** What the daily job would have written each night, from the state the tasks were in by then. */
export function snapshotRows(
  plan: PlannedProject,
  tasks: readonly BuiltTask[],
  { today, project_id }: { today: string; project_id: string },
) {
  const first = slotDate(today, plan.start)
  const completed = plan.completed === undefined ? today : slotDate(today, plan.completed)
  const leaves = tasks.filter(({ isLeaf }) => isLeaf)
  return Array.from({ length: days }, (_, i) => addDays(today, i - days))
    .filter((day) => day >= first)
    .map((snapshot_on) => {
      const at = instant(snapshot_on, 23, 50)
      const counted = leaves.flatMap((leaf) => stateAt(leaf, at))
      return {
        id: demoId(`snapshot ${plan.key} ${snapshot_on}`, at),
        created_at: at,
        updated_at: at,
        project_id,
        snapshot_on,
        status: snapshot_on < completed ? ('active' as const) : ('completed' as const),
        completion_percentage: completionOf(counted),
        leaf_count: counted.length,
        done_count: counted.filter(({ status }) => status === 'done').length,
        blocked_count: counted.filter(({ status }) => status === 'blocked').length,
        overdue_count: counted.filter(
          ({ status, due_date }) =>
            status !== 'done' && due_date !== null && due_date < snapshot_on,
        ).length,
        declared_health: plan.declared,
        computed_health: healthOn(plan, today, snapshot_on),
      }
    })
}

/** The task as it was then; nothing when it did not exist yet or was cancelled. */
function stateAt({ row, timeline }: BuiltTask, at: Date) {
  const event = timeline.events.findLast((event) => event.at <= at)
  if (event === undefined || event.status === 'cancelled') return []
  return [
    {
      status: event.status,
      estimate_minutes: row.estimate_minutes,
      completion_percentage: event.completion,
      due_date: row.due_date,
    },
  ]
}

const healthOn = (plan: PlannedProject, today: string, day: string) =>
  plan.computed.findLast(({ days }) => addDays(today, -days) <= day)?.health ?? ('unknown' as const)
