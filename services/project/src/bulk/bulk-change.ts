import type { BulkChange } from '@milepost/api-contracts/list'
import type { Task } from '@milepost/db-schemas/tasks'
import { invalidRequest } from '@milepost/service-kit/problem'
import { addDays } from '#calendar-day.ts'
import { enterStatus } from '#tasks/status.ts'

/** A calendar date some days later; of nothing, nothing. */
const shifted = (date: string | null, days: number) => (date === null ? null : addDays(date, days))

const labelsMax = 20

/** The fields of a task that a change touches, for the policy to judge. */
export function fieldsOf(set: BulkChange): string[] {
  const { shift_days, add_labels, remove_labels, ...fields } = set
  const named = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : name))
  return [
    ...named,
    ...(shift_days === undefined ? [] : ['start_date', 'due_date']),
    ...(add_labels || remove_labels ? ['labels'] : []),
  ]
}

/** A task as the change leaves it, still without a place in the column of a new status. Throws 400. */
export function applyBulkChange<Changed extends Task>(
  task: Changed,
  set: BulkChange,
  now: Date,
): Changed {
  const { status = task.status, blocked_reason: blockedReason } = set
  const { shift_days, add_labels, remove_labels, blocked_reason: _, ...fields } = set
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Task>
  const days = shift_days ?? 0
  const entered = enterStatus(task, { status, blockedReason, now })
  const after = {
    ...task,
    start_date: shifted(task.start_date, days),
    due_date: shifted(task.due_date, days),
    ...given,
    ...entered,
    labels: labelsAfter(task.labels, add_labels ?? [], remove_labels ?? []),
  }
  if (after.labels.length > labelsMax) throw tooManyLabels()
  return after
}

function labelsAfter(labels: string[], added: string[], removed: string[]): string[] {
  const kept = labels.filter((label) => !removed.includes(label))
  return [...kept, ...added.filter((label) => !kept.includes(label))]
}

const tooManyLabels = () =>
  invalidRequest([
    { pointer: '#/set/add_labels', detail: `A task has at most ${labelsMax} labels.` },
  ])
