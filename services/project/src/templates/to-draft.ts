import type { TemplateContent } from '@milepost/api-contracts/templates'
import type { WorkingCalendar } from '@milepost/schedule/working-calendar'
import { addWorkingDays, dueAfter } from '@milepost/schedule/working-days'
import type { Draft } from '#drafts/draft.ts'

interface Start {
  /** Whose working days are counted. */
  calendar: WorkingCalendar
  /** What day 0 becomes; the next working day when it is none. */
  start: string
}

/** A template with the dates that a start gives it. */
export function toDraft(content: TemplateContent, { calendar, start }: Start): Draft {
  const on = (day: number) => addWorkingDays(calendar, start, day)
  return {
    milestones: content.milestones.map(({ day, ...milestone }) => ({
      ...milestone,
      due_date: on(day),
    })),
    tasks: content.tasks.map((task) => {
      const { ref, title, parent_ref, milestone_ref, start_day, duration_days, ...fields } = task
      const start_date = start_day === null ? null : on(start_day)
      const due_date =
        start_date === null || duration_days === null
          ? null
          : dueAfter(calendar, start_date, duration_days)
      return { ref, title, parent_ref, milestone_ref, fields: { ...fields, start_date, due_date } }
    }),
    links: content.links,
    baselines: [],
  }
}
