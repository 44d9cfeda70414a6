import type { MilestoneView } from '@milepost/api-contracts/projects'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, currentOf, explain } from '#shared/api/api-problem.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { milestoneArrived, updateMilestone } from './milestone-query.ts'

/** Marks it achieved today, and offers to take that back. */
export async function milestoneAchieved(client: QueryClient, milestone: MilestoneView) {
  const achieved = await change(client, milestone, 'achieved')
  if (!achieved) return
  somethingHappened({
    subject: milestone.name,
    text: 'is achieved',
    undo: () => void change(client, achieved, 'upcoming'),
  })
}

async function change(
  client: QueryClient,
  { id, version }: MilestoneView,
  status: MilestoneView['status'],
): Promise<MilestoneView | null> {
  try {
    const changed = await updateMilestone(id, { version, status })
    milestoneArrived(client, changed)
    return changed
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const current = currentOf<MilestoneView>(error, 'milestone-changed')
    if (current) milestoneArrived(client, current)
    somethingFailed(explain(error))
    return null
  }
}
