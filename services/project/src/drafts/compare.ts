import type { Milestone } from '@milepost/db-schemas/milestones'
import { v7 as uuidv7 } from 'uuid'
import { differingFields } from '#change-sets/task-fields.ts'
import { endsBeforeItBegins } from '#date-order.ts'
import type { TaskRow } from '#tasks/queries.ts'
import { enterStatus } from '#tasks/status.ts'
import { type DraftError, errorOf } from './check-draft.ts'
import type { Draft, DraftMilestone, DraftTask } from './draft.ts'

/** What came from the same draft before, by its ref. */
export interface Known {
  tasks: ReadonlyMap<string, TaskRow>
  milestones: ReadonlyMap<string, Milestone>
}

export type Outcome = 'new' | 'changed' | 'unchanged'

/** What writing a draft into a project would do. */
export interface Comparison {
  /** Also of those that are still to be added. */
  taskIds: ReadonlyMap<string, string>
  milestoneIds: ReadonlyMap<string, string>
  taskOutcomes: ReadonlyMap<string, Outcome>
  milestoneOutcomes: ReadonlyMap<string, Outcome>
  /** Parents before their subtasks. */
  addedTasks: DraftTask[]
  changedTasks: { before: TaskRow; after: TaskRow }[]
  addedMilestones: DraftMilestone[]
  changedMilestones: { before: Milestone; after: DraftMilestone }[]
  errors: DraftError[]
}

/** The reason that a blocked task is given when nobody wrote one down. */
export const reasonDefault = 'Blocked where it came from.'

/** Compares a sound draft with what came of it before. */
export function compareDraft(draft: Draft, known: Known, now: Date): Comparison {
  const idsFor = (refs: { ref: string }[], rows: ReadonlyMap<string, { id: string }>) =>
    new Map(refs.map(({ ref }) => [ref, rows.get(ref)?.id ?? uuidv7()]))
  const taskIds = idsFor(draft.tasks, known.tasks)
  const milestoneIds = idsFor(draft.milestones, known.milestones)
  const taskOutcomes = new Map<string, Outcome>()
  const changedTasks: Comparison['changedTasks'] = []
  const errors: DraftError[] = []

  for (const task of draft.tasks) {
    const before = known.tasks.get(task.ref)
    const after = before && changedTask(task, before, { taskIds, milestoneIds, now })
    const { start_date, due_date } = after ?? task.fields
    if (endsBeforeItBegins(start_date, due_date)) {
      errors.push(errorOf(task, `would end on ${due_date}, before it begins on ${start_date}`))
    }
    const differs = before && after && differingFields(before, after).length > 0
    if (differs) changedTasks.push({ before, after })
    taskOutcomes.set(task.ref, before ? (differs ? 'changed' : 'unchanged') : 'new')
  }

  const milestoneOutcomes = new Map<string, Outcome>()
  const changedMilestones: Comparison['changedMilestones'] = []
  for (const after of draft.milestones) {
    const before = known.milestones.get(after.ref)
    const differs = before && !isSameMilestone(before, after)
    if (differs) changedMilestones.push({ before, after })
    milestoneOutcomes.set(after.ref, before ? (differs ? 'changed' : 'unchanged') : 'new')
  }
  return {
    ...{ taskIds, milestoneIds, taskOutcomes, milestoneOutcomes, errors },
    ...{ changedTasks, changedMilestones },
    addedTasks: parentsFirst(draft.tasks).filter(({ ref }) => taskOutcomes.get(ref) === 'new'),
    addedMilestones: draft.milestones.filter(({ ref }) => milestoneOutcomes.get(ref) === 'new'),
  }
}

interface Ids {
  taskIds: ReadonlyMap<string, string>
  milestoneIds: ReadonlyMap<string, string>
  now: Date
}

/** The task with what the draft speaks of; the rest stays. */
function changedTask(draft: DraftTask, before: TaskRow, { taskIds, milestoneIds, now }: Ids) {
  const { status = before.status, blocked_reason, ...rest } = draft.fields
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const blockedReason =
    status === 'blocked' ? (blocked_reason ?? before.blocked_reason ?? reasonDefault) : null
  const entered = enterStatus(before, { status, blockedReason, now })
  const finishes = status === 'done' && before.status !== 'done'
  return {
    ...{ ...before, ...given, ...entered, title: draft.title },
    ...(finishes && { completed_at: draft.completed_at ?? now }),
    parent_task_id: referred(draft.parent_ref, taskIds, before.parent_task_id),
    milestone_id: referred(draft.milestone_ref, milestoneIds, before.milestone_id),
  } satisfies TaskRow
}

/** The id behind a ref; what was there before when the draft does not speak of it. */
function referred(
  ref: string | null | undefined,
  ids: ReadonlyMap<string, string>,
  before: string | null,
): string | null {
  if (ref === undefined) return before
  return ref === null ? null : (ids.get(ref) ?? before)
}

/** Fields that the draft does not speak of are the same. */
function isSameMilestone(before: Milestone, after: DraftMilestone): boolean {
  const names = ['name', 'description', 'due_date', 'status', 'achieved_on'] as const
  return names.every((name) => after[name] === undefined || after[name] === before[name])
}

/** In the order given, but for a part that comes before its whole. */
export function parentsFirst(tasks: readonly DraftTask[]): DraftTask[] {
  const taskOf = new Map(tasks.map((task) => [task.ref, task]))
  const sorted = new Set<DraftTask>()
  for (const task of tasks) {
    const line = new Set<DraftTask>()
    // A draft that is not sound yet may go round in a circle.
    for (let at: DraftTask | undefined = task; at && !sorted.has(at) && !line.has(at); ) {
      line.add(at)
      at = at.parent_ref == null ? undefined : taskOf.get(at.parent_ref)
    }
    for (const one of [...line].reverse()) sorted.add(one)
  }
  return [...sorted]
}
