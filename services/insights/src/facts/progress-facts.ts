import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import { type EvidenceTask, factTask, leavesOf, openOf } from './evidence.ts'
import type { Measurement } from './fact.ts'
import { snapshotHistory } from './snapshot-history.ts'
import { countText, hoursText, longDateText, numberText, oneDecimal, percentText } from './text.ts'
import { addDays, dateOf, daysBetween, workingDaysIn } from './working-days.ts'

/** Share of a task that is done, 0–1. */
const doneShare = ({ status, completion_percentage }: EvidenceTask) =>
  status === 'done' ? 1 : completion_percentage / 100

/** Effort-weighted progress of the whole project; undefined when there is nothing to weigh. */
export function completionFact(evidence: ProjectEvidence): Measurement | undefined {
  const { completion_percentage, median_estimate } = evidence.project
  if (completion_percentage === null) return undefined
  const leaves = leavesOf(evidence)
  const weightOf = (task: EvidenceTask) => task.estimate_minutes ?? median_estimate ?? 1
  const total = leaves.reduce((sum, task) => sum + weightOf(task), 0)
  const done = leaves.reduce((sum, task) => sum + weightOf(task) * doneShare(task), 0)
  const estimated = leaves.filter(({ estimate_minutes }) => estimate_minutes !== null).length
  const effort = median_estimate === null ? numberText : hoursText
  const adding = leaves
    .filter((task) => doneShare(task) > 0)
    .sort((a, b) => weightOf(b) * doneShare(b) - weightOf(a) * doneShare(a))

  return {
    metric: 'completion',
    label: 'Completion',
    text: percentText(completion_percentage),
    value: completion_percentage,
    unit: 'percent',
    method:
      'Work done on tasks without subtasks, weighted by their estimates; a task without an estimate counts as the project’s median, a cancelled one not at all.',
    operands: [
      { label: 'Done', value: effort(done) },
      { label: 'All of it', value: effort(total) },
      {
        label: `${effort(done)} ÷ ${effort(total)}`,
        value: percentText(completion_percentage),
      },
    ],
    history: snapshotHistory(evidence, 'completion_percentage'),
    coverage: `${estimated} of ${countText(leaves.length, 'task')} without subtasks have an estimate`,
    tasks: adding.map((task) =>
      factTask(
        evidence,
        task,
        `${effort(weightOf(task) * doneShare(task))} of ${effort(weightOf(task))}`,
      ),
    ),
  }
}

/** Share of the planned working days that are over before today; undefined without both planned dates. */
export function plannedFact({ project, as_of }: ProjectEvidence): Measurement | undefined {
  const { start_date, finish_date } = project
  if (!start_date || !finish_date) return undefined
  const all = workingDaysIn(start_date, finish_date)
  if (all <= 0) return undefined
  const passed = Math.min(Math.max(workingDaysIn(start_date, addDays(dateOf(as_of), -1)), 0), all)
  const value = oneDecimal((passed / all) * 100)
  return {
    metric: 'planned',
    label: 'Planned by now',
    text: percentText(value),
    value,
    unit: 'percent',
    method: 'Working days of the plan that are over, today not counted, divided by all of them.',
    operands: [
      { label: 'Planned start', value: longDateText(start_date) },
      { label: 'Planned finish', value: longDateText(finish_date) },
      { label: 'Over', value: countText(passed, 'working day') },
      { label: 'Planned', value: countText(all, 'working day') },
      { label: `${passed} ÷ ${all}`, value: percentText(value) },
    ],
  }
}

/** How much is left to do. */
export function openFact(evidence: ProjectEvidence): Measurement {
  const leaves = leavesOf(evidence)
  const open = openOf(evidence)
  return {
    metric: 'open',
    label: 'Open tasks',
    text: numberText(open.length),
    value: open.length,
    unit: 'count',
    method: 'Tasks without subtasks that are neither done nor cancelled.',
    operands: [
      { label: 'Tasks without subtasks', value: numberText(leaves.length) },
      { label: 'Done', value: numberText(leaves.length - open.length) },
      { label: 'Open', value: numberText(open.length) },
    ],
    tasks: open.map((task) => factTask(evidence, task, null)),
  }
}

/** Open work whose due date has passed. */
export function overdueFact(evidence: ProjectEvidence): Measurement {
  const today = dateOf(evidence.as_of)
  const daysPast = ({ due_date }: EvidenceTask) =>
    due_date === null ? 0 : Math.max(daysBetween(due_date, today), 0)
  const open = openOf(evidence)
  const overdue = open
    .filter((task) => daysPast(task) > 0)
    .sort((a, b) => daysPast(b) - daysPast(a))
  const dated = open.filter(({ due_date }) => due_date !== null).length
  return {
    metric: 'overdue',
    label: 'Overdue tasks',
    text: numberText(overdue.length),
    value: overdue.length,
    unit: 'count',
    method: 'Open tasks without subtasks whose due date has passed.',
    operands: [
      { label: 'Open tasks', value: numberText(open.length) },
      { label: 'Due before today', value: numberText(overdue.length) },
    ],
    history: snapshotHistory(evidence, 'overdue_count'),
    coverage: `${dated} of ${countText(open.length, 'open task')} have a due date`,
    tasks: overdue.map((task) =>
      factTask(evidence, task, `${countText(daysPast(task), 'day')} past due`),
    ),
  }
}
