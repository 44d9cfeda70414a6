import type { TimelineLink, TimelineTask } from '@milepost/api-contracts/timeline'
import { criticalPath, type TaskFloat } from '@milepost/schedule/critical-path'
import { CycleError } from '@milepost/schedule/find-cycle'
import type { Plan } from '@milepost/schedule/plan'
import { reschedule } from '@milepost/schedule/reschedule'
import type { Violation } from '@milepost/schedule/violations'
import type { Frame } from '#timeline/frame-statement.ts'
import type { PlanRows } from '#timeline/plan.ts'
import { toPlan } from './to-plan.ts'

/** What follows from a plan's dates: which tasks are critical, their floats, and which rules are broken. */
export function withFigures(
  rows: PlanRows,
  frame: Frame,
): { tasks: TimelineTask[]; links: TimelineLink[] } {
  const { floats, violations } = workOut(rows, frame)
  const isOwn = new Set(rows.tasks.map(({ id }) => id))
  const windowNames = new Map(
    frame.calendars.flatMap(({ windows }) => windows).map(({ id, name }) => [id, name]),
  )
  const freezeOf = new Map<string, string>()
  const violatedDays = new Map<string, number>()
  for (const violation of violations) {
    if (violation.kind === 'freeze') {
      freezeOf.set(violation.task_id, windowNames.get(violation.freeze_id) ?? '')
    } else if (violation.kind === 'link') violatedDays.set(violation.link_id, violation.days)
  }
  const floatOf = new Map(
    floats.filter(({ task_id }) => isOwn.has(task_id)).map((float) => [float.task_id, float]),
  )
  return {
    tasks: rows.tasks.map(({ estimate_minutes: _, ...task }) => {
      const float = task.status === 'done' ? undefined : floatOf.get(task.id)
      const freeze = freezeOf.get(task.id)
      return {
        ...task,
        ...(float?.critical && { critical: true as const }),
        ...(float && {
          total_float_days: float.total_float,
          free_float_days: float.free_float,
        }),
        ...(freeze !== undefined && { freeze }),
      }
    }),
    links: rows.links.map((link) => {
      const days = violatedDays.get(link.id)
      return days === undefined ? link : { ...link, violated_days: days }
    }),
  }
}

interface Figures {
  floats: readonly TaskFloat[]
  violations: readonly Violation[]
}

function workOut(rows: PlanRows, frame: Frame): Figures {
  const plan = toPlan(rows, frame)
  try {
    return {
      floats: criticalPath(withoutSuccessorsElsewhere(plan, rows), { basis: 'dates' }).tasks,
      violations: reschedule(plan, [], 'warn').violations,
    }
  } catch (error) {
    // Translates: an imported plan may have a circle. Its dates can be shown; nothing follows from them.
    if (error instanceof CycleError) return { floats: [], violations: [] }
    throw error
  }
}

/** What waits for this project elsewhere does not prolong it. */
function withoutSuccessorsElsewhere(plan: Plan, { tasks, links }: PlanRows): Plan {
  const isOwn = new Set(tasks.map(({ id }) => id))
  const precedes = new Set(links.map(({ predecessor_id }) => predecessor_id))
  return { ...plan, tasks: plan.tasks.filter(({ id }) => isOwn.has(id) || precedes.has(id)) }
}
