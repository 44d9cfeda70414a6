import type { ProjectFile } from '@milepost/api-contracts/project-file'
import type { TemplateContent } from '@milepost/api-contracts/templates'
import { toDay } from '@milepost/schedule/day-number'
import type { WorkingCalendar } from '@milepost/schedule/working-calendar'
import { workingDaysIn } from '@milepost/schedule/working-days'

/**
 * What of a project starts another one like it: its tasks but the cancelled ones, its links and milestones,
 * with days counted from its start. Nobody's name, no progress.
 */
export function contentOfProject(file: ProjectFile, calendar: WorkingCalendar): TemplateContent {
  const start = startOf(file)
  const dayOf = (date: string) =>
    start === undefined
      ? 0
      : Math.max(0, calendar.before(toDay(date)) - calendar.before(toDay(start)))
  const kept = file.tasks.filter(({ status }) => status !== 'cancelled')
  const refOf = new Map([
    ...kept.map(({ id }, index): [string, string] => [id, `task-${index + 1}`]),
    ...file.milestones.map(({ id }, index): [string, string] => [id, `milestone-${index + 1}`]),
  ])
  const refTo = (id: string | null) => (id === null ? null : (refOf.get(id) ?? null))
  return {
    milestones: file.milestones.map(({ id, name, description, due_date }) => ({
      ...{ ref: refOf.get(id) ?? '', name, description, day: dayOf(due_date) },
    })),
    tasks: kept.map(({ id, title, description, priority, labels, ...task }) => {
      const first = task.start_date ?? task.due_date
      return {
        ...{ ref: refOf.get(id) ?? '', title, description, priority, labels },
        parent_ref: refTo(task.parent_id),
        milestone_ref: refTo(task.milestone_id),
        estimate_minutes: task.estimate_minutes ?? null,
        start_day: first === null ? null : dayOf(first),
        duration_days:
          first === null || task.due_date === null
            ? null
            : Math.max(1, workingDaysIn(calendar, first, task.due_date)),
      }
    }),
    links: file.links.flatMap(({ predecessor_id, successor_id, ...link }) => {
      const ends = [refOf.get(predecessor_id), refOf.get(successor_id)]
      const [predecessor_ref, successor_ref] = ends
      return predecessor_ref && successor_ref ? [{ predecessor_ref, successor_ref, ...link }] : []
    }),
  }
}

/** The project's own, else the first day that anything in it has. */
function startOf({ project, tasks, milestones }: ProjectFile): string | undefined {
  const days = [
    ...tasks.flatMap(({ start_date, due_date }) => start_date ?? due_date ?? []),
    ...milestones.map(({ due_date }) => due_date),
  ]
  return project.start_date ?? days.toSorted()[0]
}
