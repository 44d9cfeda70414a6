import type { TimeEntryView } from '@milepost/api-contracts/timesheets'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject } from '#people/policy.ts'
import type { TeamEntry } from './queries.ts'

/** What is shown of work that the reader knows nothing of. */
export const otherTeamsWork = 'Work for other teams'

/** Whether this actor may know what the time was for; how much it was is another question. */
export const canSeeSubjectOf = (
  actor: Actor,
  { user_id, team_id }: Pick<TeamEntry, 'user_id' | 'team_id'>,
) => actor.id === user_id || team_id === null || canSeeProject(actor, { team_id })

/** An entry as the API shows it. One that was removed has no minutes. */
export function presentEntry(actor: Actor, entry: TeamEntry): TimeEntryView {
  const { id, user_id, work_date, version } = entry
  const shown = { id, user_id, work_date, version, minutes: entry.deleted_at ? 0 : entry.minutes }
  if (!canSeeSubjectOf(actor, entry)) {
    return { ...shown, project_id: null, task_id: null, activity: otherTeamsWork, note: '' }
  }
  const { project_id, task_id, activity, note } = entry
  return { ...shown, project_id, task_id, activity, note }
}
