import type { TaskRef } from '@milepost/api-contracts/discussion'
import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { LinkedTaskView } from '@milepost/api-contracts/timeline'
import type { LinkKind, Links } from './links-query.ts'

/** A link as the panel shows it. */
export interface LinkRow {
  id: string
  of: 'dependencies' | 'relations'
  /** Undefined for a task that the reader may not see. */
  task: TaskRef | undefined
  /** "SS, +2 d" where it is no plain "first that, then this". */
  note: string
}

/** Of a working day. */
const minutesPerDay = 480

function noteOf({ type, lag_minutes }: LinkedTaskView): string {
  const days = Math.round((lag_minutes / minutesPerDay) * 10) / 10
  const lag = days === 0 ? '' : `${days > 0 ? '+' : '−'}${Math.abs(days)} d`
  return [type === 'FS' ? '' : type, lag].filter((part) => part !== '').join(', ')
}

function taskOf({ task }: LinkedTaskView): TaskRef | undefined {
  const { id, key, title, status } = task
  return key !== undefined && title !== undefined && status !== undefined
    ? { id, key, title, status }
    : undefined
}

const toRow = (link: LinkedTaskView): LinkRow => ({
  ...{ id: link.id, of: 'dependencies', task: taskOf(link), note: noteOf(link) },
})

/** By kind, in the order in which they matter to who does the work; empty kinds are left out. */
export function linkGroups({ dependencies, relations }: Links): {
  kind: LinkKind
  rows: LinkRow[]
}[] {
  const related = (kind: LinkKind) =>
    relations.items
      .filter((relation) => relation.kind === kind)
      .map(({ id, task }): LinkRow => ({ id, of: 'relations', task, note: '' }))
  const groups: { kind: LinkKind; rows: LinkRow[] }[] = [
    { kind: 'waits_for', rows: dependencies.predecessors.map(toRow) },
    { kind: 'blocks', rows: dependencies.successors.map(toRow) },
    ...(['duplicates', 'duplicated_by', 'relates'] as const).map((kind) => ({
      kind,
      rows: related(kind),
    })),
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

const over: ReadonlySet<TaskStatus> = new Set(['done', 'cancelled'])

/** The tasks that must be finished before this one can be, and are not. */
export const openPredecessors = ({ dependencies }: Links): TaskRef[] =>
  dependencies.predecessors
    .filter(({ type }) => type === 'FS' || type === 'FF')
    .map(taskOf)
    .filter((task) => task !== undefined)
    .filter(({ status }) => !over.has(status))
