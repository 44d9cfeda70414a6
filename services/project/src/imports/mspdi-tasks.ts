import { milestoneStatusSchema } from '@milepost/api-contracts/projects'
import { type TaskStatus, taskStatusSchema } from '@milepost/api-contracts/tasks'
import type { DraftFields, DraftMilestone } from '#drafts/draft.ts'
import type { MspdiNode } from './mspdi-node.ts'
import {
  constraintNames,
  constraints,
  dateIn,
  durationMinutes,
  type OwnField,
  ownFields,
  priorityOf,
} from './mspdi-values.ts'
import type { FileTask, Loss } from './parsed-file.ts'
import { listIn, textIn, type XmlRecord } from './read-xml.ts'

interface Surroundings {
  losses: Loss[]
  /** Aliases of custom fields by their id. */
  fields: ReadonlyMap<string, string>
  /** Names or addresses by the UID of their task. */
  assignees: ReadonlyMap<string, string>
}

export function toTask({ xml, uid, parent_uid }: MspdiNode, surroundings: Surroundings): FileTask {
  const { losses, assignees } = surroundings
  const own = ownValues(xml, surroundings)
  const finished = dateIn(textIn(xml, 'ActualFinish'))
  if (textIn(xml, 'Active') === '0') {
    losses.push({ what: 'Inactive tasks', detail: 'Become cancelled ones.' })
  }
  if (textIn(xml, 'Recurring') === '1') {
    losses.push({ what: 'Recurring tasks', detail: 'Become single ones; their rule is not kept.' })
  }
  return {
    ref: uid,
    parent_ref: parent_uid,
    title: textIn(xml, 'Name').slice(0, 300).trim() || `Task ${uid}`,
    assignee: assignees.get(uid) ?? null,
    category: own['Milepost category'] ?? null,
    ...(finished !== undefined && { completed_at: new Date(`${finished}T12:00:00Z`) }),
    fields: fieldsOf(xml, own, losses),
  }
}

function fieldsOf(xml: XmlRecord, own: OwnValues, losses: Loss[]): DraftFields {
  const percentage = Math.min(100, Math.max(0, Number(textIn(xml, 'PercentComplete')) || 0))
  const status = statusOf(xml, own, percentage)
  const reason = own['Milepost blocked reason']
  return {
    status,
    ...(status === 'blocked' && reason && { blocked_reason: reason.slice(0, 500) }),
    description: textIn(xml, 'Notes').slice(0, 20_000),
    priority: priorityOf(textIn(xml, 'Priority')),
    start_date: dateIn(textIn(xml, 'Start')) ?? null,
    due_date: dateIn(textIn(xml, 'Finish')) ?? null,
    // Work of nobody is written as none.
    estimate_minutes: durationMinutes(textIn(xml, 'Work')) || null,
    remaining_minutes: remainingOf(xml),
    completion_percentage: percentage,
    labels: labelsOf(own),
    ...constraintOf(xml, losses),
  }
}

/** Without any work, what remains of it says nothing. */
const remainingOf = (xml: XmlRecord) =>
  durationMinutes(textIn(xml, 'Work'))
    ? (durationMinutes(textIn(xml, 'RemainingWork')) ?? null)
    : null

function statusOf(xml: XmlRecord, own: OwnValues, percentage: number): TaskStatus {
  const given = taskStatusSchema.safeParse(own['Milepost status'])
  if (given.success) return given.data
  if (textIn(xml, 'Active') === '0') return 'cancelled'
  if (percentage === 100) return 'done'
  return percentage > 0 ? 'in_progress' : 'todo'
}

function constraintOf(xml: XmlRecord, losses: Loss[]): DraftFields {
  const type = textIn(xml, 'ConstraintType')
  const name = constraintNames[type]
  if (name) losses.push({ what: `Constraint “${name}”`, detail: 'Not kept; the dates are.' })
  if (dateIn(textIn(xml, 'Deadline'))) {
    losses.push({ what: 'Deadlines', detail: 'Not kept; the dates are.' })
  }
  const date = dateIn(textIn(xml, 'ConstraintDate'))
  return {
    is_pinned: type === constraints.mustStartOn,
    not_before: type === constraints.startNoEarlierThan ? (date ?? null) : null,
  }
}

/** Undefined, and listed as lost, for one without a date. */
export function toMilestone(
  { xml, uid }: MspdiNode,
  surroundings: Surroundings,
): DraftMilestone | undefined {
  const own = ownValues(xml, surroundings)
  const due_date = dateIn(textIn(xml, 'Finish')) ?? dateIn(textIn(xml, 'Start'))
  const name = textIn(xml, 'Name').slice(0, 200).trim() || `Milestone ${uid}`
  if (due_date === undefined) {
    surroundings.losses.push({ what: `Milestone “${name}”`, detail: 'Has no date.' })
    return undefined
  }
  const given = milestoneStatusSchema.safeParse(own['Milepost status'])
  const achieved = textIn(xml, 'PercentComplete') === '100'
  const status = given.success ? given.data : achieved ? 'achieved' : 'upcoming'
  return {
    ...{ ref: uid, name, due_date, status, description: textIn(xml, 'Notes').slice(0, 20_000) },
    original_due_date: dateIn(own['Milepost first promised'] ?? '') ?? due_date,
    achieved_on: status === 'achieved' ? (dateIn(textIn(xml, 'ActualFinish')) ?? due_date) : null,
  }
}

type OwnValues = Partial<Record<OwnField, string>>

/** Our own custom fields; of others only that they are lost. */
function ownValues(xml: XmlRecord, { fields, losses }: Surroundings): OwnValues {
  const own: OwnValues = {}
  for (const attribute of listIn(xml, 'ExtendedAttribute')) {
    const id = textIn(attribute, 'FieldID')
    const alias = fields.get(id) ?? id
    if (isOwn(alias)) own[alias] = textIn(attribute, 'Value')
    else losses.push({ what: `Custom field “${alias}”`, detail: 'Not taken over.' })
  }
  return own
}

const isOwn = (alias: string): alias is OwnField => alias in ownFields

const labelsOf = (own: OwnValues): string[] =>
  (own['Milepost labels'] ?? '')
    .split('\n')
    .map((label) => label.slice(0, 40).trim())
    .filter((label) => label !== '')
    .slice(0, 20)
