import type {
  CreateMilestone,
  MilestoneView,
  UpdateMilestone,
} from '@milepost/api-contracts/projects'
import type { QueryClient } from '@tanstack/react-query'
import { type MilestoneList, milestonesKey } from '#shared/api/milestones-query.ts'
import { request } from '#shared/api/request.ts'

export const createMilestone = (projectId: string, body: CreateMilestone, idempotencyKey: string) =>
  request<MilestoneView>({
    method: 'POST',
    path: `/projects/${projectId}/milestones`,
    body,
    idempotencyKey,
  })

export const updateMilestone = (milestoneId: string, body: UpdateMilestone) =>
  request<MilestoneView>({ method: 'PATCH', path: `/milestones/${milestoneId}`, body })

/** The server's word on one milestone, and the only way it enters the list. */
export function milestoneArrived(client: QueryClient, milestone: MilestoneView): void {
  client.setQueryData<MilestoneList>(
    milestonesKey(milestone.project_id),
    (known) => known && { items: withMilestone(known.items, milestone) },
  )
}

/** By due date; an older version never replaces a newer one. */
export function withMilestone(
  known: readonly MilestoneView[],
  arrived: MilestoneView,
): MilestoneView[] {
  const before = known.find(({ id }) => id === arrived.id)
  if (before && before.version > arrived.version) return [...known]
  const others = known.filter(({ id }) => id !== arrived.id)
  return [...others, arrived].sort((a, b) => a.due_date.localeCompare(b.due_date))
}
