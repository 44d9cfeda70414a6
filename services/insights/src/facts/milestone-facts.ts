import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Measurement } from './fact.ts'
import { dateText, longDateText, numberText } from './text.ts'
import { dateOf } from './working-days.ts'

/** How many milestones were reached; undefined when the project has none. */
export function achievedFact({ milestones }: ProjectEvidence): Measurement | undefined {
  if (milestones.length === 0) return undefined
  const achieved = milestones.filter(({ status }) => status === 'achieved')
  return {
    metric: 'milestones_achieved',
    label: 'Milestones achieved',
    text: numberText(achieved.length),
    value: achieved.length,
    unit: 'count',
    method: 'Milestones marked as achieved, of all of the project.',
    operands: [
      ...achieved.map(({ name, achieved_on, due_date }) => ({
        label: name,
        value: longDateText(achieved_on ?? due_date),
      })),
      { label: 'Achieved', value: `${achieved.length} of ${milestones.length}` },
    ],
  }
}

/** When the next milestone is due; undefined when none is to come. */
export function nextMilestoneFact({ milestones, as_of }: ProjectEvidence): Measurement | undefined {
  const [next] = milestones
    .filter(({ status }) => status === 'upcoming')
    .sort((a, b) => (a.due_date < b.due_date ? -1 : 1))
  if (!next) return undefined
  const moved = next.due_date !== next.original_due_date
  return {
    metric: 'next_milestone',
    label: 'Next milestone',
    text: dateText(next.due_date, dateOf(as_of)),
    value: null,
    unit: 'date',
    method: 'The due date of the earliest milestone that is neither achieved nor missed.',
    operands: [
      { label: 'Milestone', value: next.name },
      ...(moved ? [{ label: 'First promised', value: longDateText(next.original_due_date) }] : []),
      { label: 'Due', value: longDateText(next.due_date) },
    ],
    names: [next.name],
  }
}
