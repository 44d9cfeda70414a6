import type { Milestone } from '@milepost/db-schemas/milestones'
import { projectMilestone } from '@milepost/shared-events/project-events'

export type MilestoneChange = ReturnType<typeof projectMilestone.create>['change']

interface Cause {
  /** Null when only a date has passed. */
  actorId: string | null
  correlationId: string
}

export const milestoneEvent = (
  { actorId, correlationId }: Cause,
  milestone: Milestone,
  { change, previousDueDate = null }: { change: MilestoneChange; previousDueDate?: string | null },
) =>
  projectMilestone.create({
    correlation_id: correlationId,
    actor_user_id: actorId,
    project_id: milestone.project_id,
    milestone_id: milestone.id,
    name: milestone.name,
    change,
    due_date: milestone.due_date,
    previous_due_date: previousDueDate,
    achieved_on: milestone.achieved_on,
    version: milestone.version,
  })
