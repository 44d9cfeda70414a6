import type { UpdateMilestone } from '@milepost/api-contracts/projects'
import type { Milestone } from '@milepost/db-schemas/milestones'
import { invalidRequest } from '@milepost/service-kit/problem'
import type { MilestoneChange } from './announce.ts'

type State = Pick<Milestone, 'name' | 'due_date' | 'status' | 'achieved_on'>

/**
 * What a milestone is after a change. A missed one that gets a date yet to come is upcoming again. Throws
 * 400 for a day of achievement without the achievement.
 */
export function plannedState(
  before: State,
  input: Omit<UpdateMilestone, 'version'>,
  today: string,
): State {
  const due_date = input.due_date ?? before.due_date
  const reopened = before.status === 'missed' && due_date >= today && due_date !== before.due_date
  const status = input.status ?? (reopened ? 'upcoming' : before.status)
  if (input.achieved_on !== undefined && status !== 'achieved') {
    throw invalidRequest([
      { pointer: '#/achieved_on', detail: 'Only an achieved milestone has this.' },
    ])
  }
  return {
    name: input.name ?? before.name,
    due_date,
    status,
    achieved_on: status === 'achieved' ? (input.achieved_on ?? before.achieved_on ?? today) : null,
  }
}

/** What there is to announce, the most telling first. */
export function changesOf(before: State, after: State): MilestoneChange[] {
  const changes: MilestoneChange[] = []
  if (before.status !== after.status) {
    changes.push(after.status === 'upcoming' ? 'reopened' : after.status)
  }
  if (before.due_date !== after.due_date) changes.push('moved')
  if (before.name !== after.name) changes.push('renamed')
  return changes
}
