import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { v7 as uuidv7 } from 'uuid'
import { addDays } from '#calendar-day.ts'
import { addDraftTasks } from '#drafts/add-tasks.ts'
import { isActiveMember } from '#people/queries.ts'
import { listMadeDates, milestoneIsThere, type SeriesRow, saveNextDate } from './queries.ts'
import { datesUntil } from './rule.ts'

interface MakeCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  series: SeriesRow
  today: string
  correlationId: string
  now: Date
}

/** A daily series after a long rest comes back in parts. */
const datesMax = 60

/** Makes the tasks of a series whose dates have come near, each date's once. Answers how many. */
export async function makeTasks(tx: Tx, command: MakeCommand): Promise<number> {
  const { progress, series, today, correlationId, now } = command
  if (series.next_on === null) return 0
  const until = addDays(today, series.lead_days)
  const { dates, next } = datesUntil(series, { from: series.next_on, until, max: datesMax })
  const made = await listMadeDates(tx, series.id, series.next_on)
  const due = dates.filter((day) => !made.has(day))
  if (due.length > 0) {
    const { fields, milestone_id } = await fieldsOf(tx, series)
    const addedTasks = due.map((day) => ({
      ...{ ref: day, title: series.title, milestone_ref: milestone_id },
      fields: { ...fields, due_date: day },
    }))
    await addDraftTasks(tx, {
      ...{ progress, now, cause: { actorId: series.fields.kept_by, correlationId } },
      comparison: {
        addedTasks,
        taskIds: new Map(due.map((day) => [day, uuidv7()])),
        milestoneIds: new Map(milestone_id === null ? [] : [[milestone_id, milestone_id]]),
      },
      series: { recurring_task_id: series.id, occurrences: new Map(due.map((day) => [day, day])) },
    })
  }
  await saveNextDate(tx, series.id, next)
  return due.length
}

/** As they were kept, without a person who has left the team since and a milestone that is gone. */
async function fieldsOf(tx: Tx, { project_id, team_id, fields: kept }: SeriesRow) {
  const { kept_by: _, assignee_id, milestone_id = null, ...fields } = kept
  const isThere =
    assignee_id !== undefined &&
    (await isActiveMember(tx, { teamId: team_id, userId: assignee_id }))
  const isMilestone =
    milestone_id !== null && (await milestoneIsThere(tx, project_id, milestone_id))
  return {
    fields: { ...fields, assignee_id: isThere ? assignee_id : null },
    milestone_id: isMilestone ? milestone_id : null,
  }
}
