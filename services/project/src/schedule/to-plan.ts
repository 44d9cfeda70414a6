import type { CalendarLayer, Plan, PlanCalendar, PlanTask } from '@milepost/schedule/plan'
import type { AbsenceRow, CalendarRow, ExternalRow, Frame } from '#timeline/frame-statement.ts'
import type { PlanRows, PlanTaskRow } from '#timeline/plan.ts'

type Surroundings = Pick<Frame, 'calendars' | 'absences' | 'externals'>

/** The calendar of tasks that nobody with hours of their own is to do. */
const projectCalendarId = 'project'

/**
 * A project's tasks and links as the schedule engine takes them. Cancelled work is left out, and with it
 * its links. Tasks of other projects stand where they are: nothing here moves them.
 */
export function toPlan(
  { tasks, links }: PlanRows,
  { calendars, absences, externals }: Surroundings,
): Plan {
  const shared = calendars.filter(({ scope }) => scope !== 'person').map(layerOf)
  const people = personalLayers(calendars, absences)
  return {
    tasks: [
      ...tasks.filter(isPlanned).map((task) => planTask(task, people)),
      ...externals.filter(isPlanned).map(fixedTask),
    ],
    links,
    calendars: [
      { id: projectCalendarId, layers: shared },
      ...[...people].map(([id, layers]): PlanCalendar => ({ id, layers: [...shared, ...layers] })),
    ],
    calendar_id: projectCalendarId,
    freezes: calendars
      .filter(({ scope }) => scope !== 'person')
      .flatMap(({ windows }) => windows)
      .filter(({ kind }) => kind === 'freeze')
      .map(({ id, starts_on, ends_on }) => ({ id, first: starts_on, last: ends_on })),
  }
}

const isPlanned = ({ status }: Pick<PlanTaskRow, 'status'>) => status !== 'cancelled'

const planTask = (task: PlanTaskRow, people: ReadonlyMap<string, unknown>): PlanTask => ({
  id: task.id,
  parent_id: task.parent_task_id ?? null,
  start: task.start_date ?? null,
  due: task.due_date ?? null,
  not_before: task.not_before ?? null,
  pinned: task.pinned ?? false,
  done: task.status === 'done',
  calendar_id: task.assignee_id && people.has(task.assignee_id) ? task.assignee_id : null,
})

const fixedTask = ({ id, start_date, due_date, status }: ExternalRow): PlanTask => ({
  ...{ id, parent_id: null, start: start_date, due: due_date, not_before: null },
  ...{ pinned: true, done: status === 'done' },
})

const oneDay = ({ day }: { day: string }) => ({ first: day, last: day })

const layerOf = ({ weekend, days }: CalendarRow): CalendarLayer => ({
  weekend_days: weekend,
  closed: days.filter(({ kind }) => kind === 'holiday').map(oneDay),
  working: days.filter(({ kind }) => kind === 'working').map(oneDay),
})

/** What each person's own calendar and absences say, by person. An absence has the last word. */
function personalLayers(calendars: readonly CalendarRow[], absences: readonly AbsenceRow[]) {
  const layers = new Map<string, CalendarLayer[]>()
  for (const calendar of calendars) {
    if (calendar.user_id !== null) layers.set(calendar.user_id, [layerOf(calendar)])
  }
  for (const [userId, days] of Map.groupBy(absences, ({ user_id }) => user_id)) {
    const absent = { weekend_days: null, closed: days.map(oneDay), working: [] }
    layers.set(userId, [...(layers.get(userId) ?? []), absent])
  }
  return layers
}
