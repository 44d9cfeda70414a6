import type { MilestoneView } from '@milepost/api-contracts/projects'
import type { Actor } from '@milepost/service-kit/authentication'
import { canUpdateMilestone } from './policy.ts'
import type { MilestoneRow } from './queries.ts'
import { milestoneRisk } from './risk.ts'

/** A milestone as the API shows it, with what this actor may do to it. */
export const presentMilestone = (
  actor: Actor,
  milestone: MilestoneRow,
  today: string,
): MilestoneView => ({
  id: milestone.id,
  project_id: milestone.project_id,
  name: milestone.name,
  description: milestone.description,
  due_date: milestone.due_date,
  original_due_date: milestone.original_due_date,
  status: milestone.status,
  achieved_on: milestone.achieved_on,
  tasks: { done: milestone.done_count, total: milestone.task_count },
  ...milestoneRisk(milestone, today),
  version: milestone.version,
  can: { update: canUpdateMilestone(actor, milestone) },
})
