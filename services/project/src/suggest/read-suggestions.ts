import type { AssigneeSuggestions } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { dayOf } from '#calendar-day.ts'
import { completionPercentage } from '#tasks/progress.ts'
import type { TaskRow } from '#tasks/queries.ts'
import { listCandidates, listTaskSkills } from './queries.ts'
import { rankCandidates, windowOf } from './rank-candidates.ts'

/** As many as anybody reads. */
const shownMax = 20

/** Who of the team suits a task, the best first, with the reasons. */
export async function readSuggestions(
  db: Db,
  { task, now }: { task: TaskRow; now: Date },
): Promise<AssigneeSuggestions> {
  const window = windowOf(task, dayOf(now))
  const skills = await listTaskSkills(db, task.id)
  const { from, to } = window
  const candidates = await listCandidates(db, { taskId: task.id, teamId: task.team_id, from, to })
  const minutes = leftMinutes(task)
  const ranked = rankCandidates(candidates, { window, skills, minutes })
  return {
    task_id: task.id,
    window,
    needed_skills: skills,
    needed_minutes: minutes,
    items: ranked.slice(0, shownMax),
  }
}

/** What the assignee said, else what the estimate leaves; null without either. */
function leftMinutes(task: TaskRow): number | null {
  if (task.remaining_minutes !== null) return task.remaining_minutes
  if (task.estimate_minutes === null) return null
  return Math.round((task.estimate_minutes * (100 - completionPercentage(task))) / 100)
}
