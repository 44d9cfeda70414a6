import type { RelationKind, RelationView } from '@milepost/api-contracts/discussion'
import type { RelatedTask } from './queries.ts'

/** What the other task is to the one whose relations are read. */
function relationKindOf({
  kind,
  is_from_here,
}: Pick<RelatedTask, 'kind' | 'is_from_here'>): RelationKind {
  return kind === 'duplicates' && !is_from_here ? 'duplicated_by' : kind
}

export const presentRelation = (related: RelatedTask): RelationView => ({
  id: related.id,
  kind: relationKindOf(related),
  task: related.task,
})
