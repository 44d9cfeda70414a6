import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { FactTask } from '@milepost/api-contracts/insights'
import { addDays, dateOf, mondayOf } from './working-days.ts'

export type EvidenceTask = ProjectEvidence['tasks'][number]

/** The tasks that numbers are made of: those without subtasks, cancelled ones left out. */
export const leavesOf = ({ tasks }: ProjectEvidence): EvidenceTask[] =>
  tasks.filter((task) => task.is_leaf && task.status !== 'cancelled')

export const openOf = (evidence: ProjectEvidence): EvidenceTask[] =>
  leavesOf(evidence).filter(({ status }) => status !== 'done')

export const factTask = (
  { project }: ProjectEvidence,
  { id, number, title, status }: EvidenceTask,
  contribution: string | null,
): FactTask => ({
  id,
  project_id: project.id,
  key: `${project.key}-${String(number).padStart(3, '0')}`,
  title,
  status,
  contribution,
})

/** What lateness is counted from: the baseline, else the planned dates. */
export interface ScheduleReference {
  kind: 'baseline' | 'plan'
  start_date: string
  finish_date: string
}

export function referenceOf({ baseline, project }: ProjectEvidence): ScheduleReference | undefined {
  if (baseline) {
    return {
      kind: 'baseline',
      start_date: baseline.start_date,
      finish_date: baseline.finish_date,
    }
  }
  const { start_date, finish_date } = project
  return start_date && finish_date ? { kind: 'plan', start_date, finish_date } : undefined
}

/** The full ISO weeks since the project began, oldest first; the running week is not over yet. */
export function fullWeeksOf({ weekly_done, project, as_of }: ProjectEvidence) {
  const today = dateOf(as_of)
  const full = weekly_done.filter(({ week_start }) => addDays(week_start, 7) <= today)
  const began = project.start_date ?? full.find(({ count }) => count > 0)?.week_start
  if (began === undefined) return []
  return full.filter(({ week_start }) => week_start >= mondayOf(began))
}
