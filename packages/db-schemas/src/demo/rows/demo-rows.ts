import { categories, portfolio } from '#demo/content/portfolio.ts'
import { addDays, instant } from './calendar.ts'
import { calendarRows } from './calendar-rows.ts'
import { demoId } from './demo-id.ts'
import { linkRows } from './link-rows.ts'
import { peopleRows } from './people-rows.ts'
import { productivityRows } from './productivity-rows.ts'
import { buildProject } from './project-rows.ts'
import { timeEntries } from './time-rows.ts'
import { absenceRows, weekRows } from './week-rows.ts'

/** Every row of the demo organisation as it stands on the morning of `today`; equal for equal days. */
export function demoRows(today: string) {
  const people = peopleRows(today)
  const { ids } = people
  const created_at = instant(addDays(today, -200), 8)
  const categoryRows = Object.entries(categories).map(([name, description]) => ({
    id: demoId(`category ${name}`, created_at),
    created_at,
    updated_at: created_at,
    name,
    description,
  }))
  const categoryId = new Map(categoryRows.map(({ id, name }) => [name, id]))
  const projects = portfolio.map((plan) =>
    buildProject(plan, { today, people: ids, categoryId: categoryId.get(plan.category) ?? '' }),
  )
  const entries = timeEntries(projects, { today, ids })

  return {
    people,
    calendars: calendarRows(today, ids),
    categories: categoryRows,
    projects,
    links: linkRows(projects),
    entries: entries.map(({ row }) => row),
    weeks: weekRows(entries, { today, ids }),
    absences: absenceRows(today, ids),
    ...productivityRows(projects),
  }
}
