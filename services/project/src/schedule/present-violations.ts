import type { SchedulePreview } from '@milepost/api-contracts/timeline'
import type { Plan } from '@milepost/schedule/plan'
import type { Violation } from '@milepost/schedule/violations'
import type { Frame } from '#timeline/frame-statement.ts'
import type { PlanRows } from '#timeline/plan.ts'

interface Context {
  /** As it was before anything was held in place for the question. */
  before: Plan
  rows: PlanRows
  frame: Frame
}

/** What is broken, in words. */
export function presentViolations(
  violations: readonly Violation[],
  { before, rows, frame }: Context,
): SchedulePreview['violations'] {
  const numberOf = new Map(rows.tasks.map(({ id, number }) => [id, number]))
  const linkOf = new Map(rows.links.map((link) => [link.id, link]))
  const taskOf = new Map(before.tasks.map((task) => [task.id, task]))
  const windows = new Map(
    frame.calendars.flatMap(({ windows }) => windows).map(({ id, name }) => [id, name]),
  )
  const keyOf = (taskId: string | undefined) => {
    const number = numberOf.get(taskId ?? '')
    return number === undefined ? 'a task of another project' : `${frame.key}-${number}`
  }
  const isPinned = (taskId: string): boolean => {
    const task = taskOf.get(taskId)
    if (!task) return false
    return task.pinned || (task.parent_id !== null && isPinned(task.parent_id))
  }

  return violations.map((violation) => {
    const { task_id, days } = violation
    const task = keyOf(task_id)
    if (violation.kind === 'freeze') {
      const name = windows.get(violation.freeze_id) ?? ''
      return { task_id, days, kind: 'freeze', detail: `${task} falls into ${name}.` }
    }
    if (violation.kind === 'not_before') {
      const date = taskOf.get(task_id)?.not_before ?? 'its earliest date'
      return { task_id, days, kind: 'not_before', detail: `${task} starts before ${date}.` }
    }
    const { link_id } = violation
    const predecessor = keyOf(linkOf.get(link_id)?.predecessor_id)
    const early = `${task} is ${days} working ${days === 1 ? 'day' : 'days'} too early for ${predecessor}`
    return isPinned(task_id)
      ? { task_id, link_id, days, kind: 'pinned', detail: `${early}, and is pinned.` }
      : { task_id, link_id, days, kind: 'link', detail: `${early}.` }
  })
}
