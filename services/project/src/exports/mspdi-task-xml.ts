import type { LinkType } from '@milepost/api-contracts/timeline'
import { buildCalendar } from '@milepost/schedule/working-calendar'
import { workingDaysIn } from '@milepost/schedule/working-days'
import {
  constraints,
  linkTypes,
  type OwnField,
  ownFields,
  priorityValues,
} from '#imports/mspdi-values.ts'
import type { MspdiItems, OutlinedMilestone, OutlinedTask } from './mspdi-items.ts'
import { element, xml } from './xml.ts'

/** Monday to Friday, as the calendar that the file itself carries. */
const standard = buildCalendar([])

const duration = (minutes: number) => `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`
const startOf = (day: string | null) => day && `${day}T08:00:00`
const finishOf = (day: string | null) => day && `${day}T17:00:00`

const lengthOf = (start: string | null, due: string | null) =>
  start !== null && due !== null ? duration(workingDaysIn(standard, start, due) * 480) : null

export function taskXml({ task, uid, level, isSummary }: OutlinedTask, items: MspdiItems): string {
  const { start_date, due_date, estimate_minutes = null, remaining_minutes = null } = task
  const isDone = task.status === 'done'
  const finished = isDone ? (task.completed_at?.slice(0, 10) ?? null) : null
  const length = lengthOf(start_date, due_date)
  return xml('Task', [
    ...[element('UID', uid), element('ID', uid), element('Name', task.title)],
    ...[element('Active', task.status === 'cancelled' ? 0 : 1), element('Manual', 1)],
    ...[element('Type', 0), element('IsNull', 0), element('OutlineLevel', level)],
    element('Priority', priorityValues[task.priority]),
    ...[element('Start', startOf(start_date)), element('Finish', finishOf(due_date))],
    element('Duration', length),
    ...[element('ManualStart', startOf(start_date)), element('ManualFinish', finishOf(due_date))],
    ...[element('ManualDuration', length), element('DurationFormat', 7)],
    element('Work', estimate_minutes === null ? null : duration(estimate_minutes)),
    ...[element('Milestone', 0), element('Summary', isSummary ? 1 : 0)],
    element('PercentComplete', task.completion_percentage),
    element('ActualFinish', finishOf(finished)),
    element('RemainingWork', remaining_minutes === null ? null : duration(remaining_minutes)),
    ...constraintXml(task),
    element('Notes', task.description),
    ...(items.linksOf.get(task.id) ?? []).map(({ predecessor_id, type, lag_minutes }) =>
      linkXml(items.uidOf.get(predecessor_id), type, lag_minutes),
    ),
    ...ownXml({
      'Milepost status': task.status,
      'Milepost labels': task.labels.join('\n'),
      'Milepost blocked reason': task.blocked_reason,
      'Milepost category': task.category,
    }),
    ...baselineXml(items, task.id),
  ])
}

export function milestoneXml({ milestone, uid }: OutlinedMilestone, items: MspdiItems): string {
  const day = finishOf(milestone.due_date)
  return xml('Task', [
    ...[element('UID', uid), element('ID', uid), element('Name', milestone.name)],
    ...[element('Active', 1), element('Manual', 1), element('Type', 0), element('IsNull', 0)],
    ...[element('OutlineLevel', 1), element('Start', day), element('Finish', day)],
    ...[element('Duration', 'PT0H0M0S'), element('ManualStart', day), element('ManualFinish', day)],
    ...[element('ManualDuration', 'PT0H0M0S'), element('DurationFormat', 7)],
    ...[element('Milestone', 1), element('Summary', 0)],
    element('PercentComplete', milestone.status === 'achieved' ? 100 : 0),
    element('ActualFinish', finishOf(milestone.achieved_on)),
    element('Notes', milestone.description),
    ...(items.leadingTo.get(milestone.id) ?? []).map(({ id }) =>
      linkXml(items.uidOf.get(id), 'FS', 0),
    ),
    ...ownXml({
      'Milepost status': milestone.status,
      'Milepost first promised': milestone.original_due_date,
    }),
    ...baselineXml(items, milestone.id),
  ])
}

function constraintXml({ is_pinned, not_before, start_date }: OutlinedTask['task']): string[] {
  if (is_pinned) {
    const { mustStartOn } = constraints
    return [element('ConstraintType', mustStartOn), element('ConstraintDate', startOf(start_date))]
  }
  if (not_before === null) return [element('ConstraintType', 0)]
  const { startNoEarlierThan } = constraints
  return [
    element('ConstraintType', startNoEarlierThan),
    element('ConstraintDate', startOf(not_before)),
  ]
}

const typeNumbers = Object.fromEntries(
  Object.entries(linkTypes).map(([number, type]) => [type, number]),
) as Record<LinkType, string>

/** `LagFormat` 7 is days of work; the lag itself is in tenths of a minute whatever that says. */
const linkXml = (uid: number | undefined, type: LinkType, lagMinutes: number) =>
  xml('PredecessorLink', [
    ...[element('PredecessorUID', uid), element('Type', typeNumbers[type])],
    ...[element('CrossProject', 0), element('LinkLag', lagMinutes * 10), element('LagFormat', 7)],
  ])

const ownXml = (values: Partial<Record<OwnField, string | null>>) =>
  Object.entries(values).flatMap(([alias, value]) =>
    value
      ? [
          xml('ExtendedAttribute', [
            element('FieldID', ownFields[alias as OwnField]),
            element('Value', value),
          ]),
        ]
      : [],
  )

const baselineXml = ({ baselinesOf }: MspdiItems, id: string) =>
  (baselinesOf.get(id) ?? []).map(({ number, item }) =>
    xml('Baseline', [
      element('Number', number),
      element('Start', startOf(item.start_date)),
      element('Finish', finishOf(item.finish_date)),
      element('Duration', lengthOf(item.start_date, item.finish_date)),
      element('Work', item.estimate_minutes == null ? null : duration(item.estimate_minutes)),
    ]),
  )
