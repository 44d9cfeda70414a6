import { findCycle } from '@milepost/schedule/find-cycle'
import type { PlanTask } from '@milepost/schedule/plan'
import { levelsMax } from '#tasks/tree.ts'
import type { Draft, DraftTask } from './draft.ts'

export interface DraftError {
  line: number | null
  detail: string
}

/** Why a draft cannot become tasks; empty for a sound one. Dates are checked with what the tasks have already. */
export function checkDraft(draft: Draft): DraftError[] {
  const seen = new Set<string>()
  const twice = draft.tasks.filter(({ ref }) => seen.size === seen.add(ref).size)
  if (twice.length > 0) return twice.map((task) => errorOf(task, 'is there twice'))
  const taskOf = new Map(draft.tasks.map((task) => [task.ref, task]))
  const ring = findCycle({ tasks: draft.tasks.map(asPlanTask), links: linksWithin(draft, taskOf) })
  if (ring) {
    const names = ring.map((ref) => taskOf.get(ref)?.title ?? ref)
    return [{ line: null, detail: `These wait for each other in a circle: ${names.join(' → ')}.` }]
  }
  return draft.tasks
    .filter((task) => levelOf(task, taskOf) >= levelsMax)
    .map((task) => errorOf(task, `is below more than ${levelsMax - 1} others`))
}

/** 0 at the top. The tree must have no circle. */
export function levelOf(task: DraftTask, taskOf: ReadonlyMap<string, DraftTask>): number {
  let level = 0
  let parent = task.parent_ref == null ? undefined : taskOf.get(task.parent_ref)
  while (parent && level <= levelsMax) {
    level += 1
    parent = parent.parent_ref == null ? undefined : taskOf.get(parent.parent_ref)
  }
  return level
}

export const errorOf = ({ line, title }: DraftTask, what: string): DraftError => ({
  line: line ?? null,
  detail: `“${title}” ${what}.`,
})

const linksWithin = ({ links }: Draft, taskOf: ReadonlyMap<string, DraftTask>) =>
  links
    .filter((link) => taskOf.has(link.predecessor_ref) && taskOf.has(link.successor_ref))
    .map(({ predecessor_ref, successor_ref }, index) => ({
      ...{ id: String(index), predecessor_id: predecessor_ref, successor_id: successor_ref },
      ...{ type: 'FS' as const, lag_minutes: 0 },
    }))

/** Circles do not depend on dates. */
const asPlanTask = ({ ref, parent_ref }: DraftTask): PlanTask => ({
  ...{ id: ref, parent_id: parent_ref ?? null, start: null, due: null },
  ...{ not_before: null, pinned: false, done: false },
})
