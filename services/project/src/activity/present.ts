import type { ActivityView } from '@milepost/api-contracts/discussion'
import type { ActivityRow } from './queries.ts'

type Value = ActivityView['changes'][number]['before']

/** Fields whose values are ids, and whose names they stand for. */
export const nameFields = {
  assignee_id: 'people',
  milestone_id: 'milestones',
  parent_task_id: 'tasks',
  category_id: 'categories',
} as const

const textLengthMax = 500

/** As a value a reader is shown: the name of an id, the beginning of a long text. */
function shown(field: string, value: unknown, names: ReadonlyMap<string, string>): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(String)
  const text = String(value)
  if (field in nameFields) return names.get(text) ?? null
  return text.length <= textLengthMax ? text : `${text.slice(0, textLengthMax - 1)}…`
}

export const presentActivity = (
  { id, kind, actor, task, changes, created_at }: ActivityRow,
  names: ReadonlyMap<string, string>,
): ActivityView => ({
  ...{ id, kind, actor, task, created_at },
  changes: Object.entries(changes).map(([field, [before, after]]) => ({
    field,
    before: shown(field, before, names),
    after: shown(field, after, names),
  })),
})
