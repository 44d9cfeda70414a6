import type { Tx } from '@milepost/db-schemas/database'
import { type Milestone, milestoneDates, milestones } from '@milepost/db-schemas/milestones'
import { outbox } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { dayOf } from '#calendar-day.ts'
import { type MilestoneChange, milestoneEvent } from '#milestones/announce.ts'
import { addMilestoneDate } from '#milestones/dates.ts'
import { saveMilestone } from '#milestones/queries.ts'
import type { Cause } from '#tasks/announce.ts'
import type { Comparison } from './compare.ts'
import type { DraftMilestone } from './draft.ts'

interface MilestoneCommand {
  projectId: string
  cause: Cause
  comparison: Comparison
  now: Date
}

/** Adds and changes a project's milestones as a draft says. */
export async function writeMilestones(tx: Tx, command: MilestoneCommand): Promise<void> {
  const { projectId, cause, comparison, now } = command
  const rows = comparison.addedMilestones.map((draft) => ({
    ...fieldsOf(draft, now),
    id: comparison.milestoneIds.get(draft.ref) ?? '',
    project_id: projectId,
    original_due_date: draft.original_due_date ?? draft.due_date,
  }))
  if (rows.length > 0) {
    const added = await tx.insert(milestones).values(rows).returning()
    await tx.insert(milestoneDates).values(
      added.map(({ id, due_date }) => ({
        ...{ milestone_id: id, due_date, changed_by: cause.actorId },
      })),
    )
    const events = added.map((row) => milestoneEvent(cause, row, { change: 'added' }))
    await appendToOutbox(tx, outbox, ...events)
  }
  for (const { before, after } of comparison.changedMilestones) {
    const saved = await saveMilestone(tx, before.id, fieldsOf(after, now))
    const moved = saved.due_date !== before.due_date
    if (moved) {
      const { due_date } = saved
      await addMilestoneDate(tx, { milestone_id: saved.id, due_date, changed_by: cause.actorId })
    }
    const change = changeOf(before, saved)
    const previousDueDate = moved ? before.due_date : null
    await appendToOutbox(tx, outbox, milestoneEvent(cause, saved, { change, previousDueDate }))
  }
}

function changeOf(before: Milestone, after: Milestone): MilestoneChange {
  if (before.status !== after.status) return after.status === 'upcoming' ? 'reopened' : after.status
  return before.due_date === after.due_date ? 'renamed' : 'moved'
}

function fieldsOf({ ref: _, original_due_date: __, ...fields }: DraftMilestone, now: Date) {
  if (fields.status === undefined) return fields
  const achieved_on = fields.status === 'achieved' ? (fields.achieved_on ?? dayOf(now)) : null
  return { ...fields, achieved_on }
}
