import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeSubjectOf, otherTeamsWork } from '#entries/present.ts'
import { canWriteTimeOf } from '#people/policy.ts'
import type { Person } from '#people/queries.ts'
import { addDays, datesOf, localDate, mondayOf } from '#weeks/iso-week.ts'
import { capacityOn } from './capacity.ts'
import { presentWeek } from './present.ts'
import { listWeeks } from './queries.ts'
import {
  countCompleted,
  type EntryWithSubject,
  listAbsences,
  listCapacities,
  listEntriesWithSubjects,
  listOpenTasks,
  type OpenTask,
} from './read-queries.ts'
import { hasBegun, isLocked } from './week-lock.ts'
import { type Subject, sum, weekRows } from './week-rows.ts'

interface WeekQuestion {
  actor: Actor
  person: Person
  /** The running week of the person, when left out. */
  monday: string | undefined
  now: Date
}

const earlierWeeks = 4
const offeredTasksMax = 30

/** The week as a grid to type in, and the weeks before it. All of it as of one moment. */
export async function readWeek(
  db: Db,
  { actor, person, monday: asked, now }: WeekQuestion,
): Promise<WeeklyTimesheet> {
  const today = localDate(now, person.timezone)
  const monday = asked ?? mondayOf(today)
  const found = await db.transaction((tx) => findWeek(tx, person.id, monday), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  const totalOf = (start: string) =>
    sum(found.entries.filter(({ work_date }) => mondayOf(work_date) === start))
  const summaryOf = (start: string) =>
    presentWeek(
      start,
      found.weeks.find(({ week_start }) => week_start === start),
      totalOf(start),
    )

  const summary = summaryOf(monday)
  const locked = isLocked(summary.status)
  const mine = canWriteTimeOf(actor, person)
  const days = datesOf(monday).map((date) => ({
    date,
    minutes: sum(found.entries.filter(({ work_date }) => work_date === date)),
    capacity_minutes: capacityOn(date, found.capacities, found.absences),
    locked,
  }))
  return {
    ...summary,
    user: { id: person.id, display_name: person.display_name },
    today,
    days,
    rows: rowsFor(actor, person, monday, found),
    capacity_minutes: totalCapacity(days),
    tasks_completed: found.tasks_completed,
    earlier: found.earlier.map(summaryOf),
    can: { edit: mine && !locked, submit: mine && !locked && hasBegun(monday, today) },
  }
}

type FoundWeek = Awaited<ReturnType<typeof findWeek>>

async function findWeek(tx: Tx, userId: string, monday: string) {
  const until = addDays(monday, 7)
  const earlier = Array.from({ length: earlierWeeks }, (_, back) =>
    addDays(monday, -7 * (back + 1)),
  )
  const from = earlier.at(-1) ?? monday
  return {
    earlier,
    entries: await listEntriesWithSubjects(tx, { userId, from, until }),
    openTasks: await listOpenTasks(tx, userId, offeredTasksMax),
    weeks: await listWeeks(tx, userId, [monday, ...earlier]),
    capacities: await listCapacities(tx, userId, until),
    absences: await listAbsences(tx, { userId, from: monday, until }),
    tasks_completed: await countCompleted(tx, userId, monday),
  }
}

function rowsFor(actor: Actor, person: Person, monday: string, found: FoundWeek) {
  const ofWeek = (start: string) =>
    found.entries.filter(({ work_date }) => mondayOf(work_date) === start)
  const seen = (subject: { team_id: string | null }) =>
    canSeeSubjectOf(actor, { user_id: person.id, team_id: subject.team_id })

  return weekRows({
    monday,
    unseen: otherTeamsWork,
    entries: ofWeek(monday).map((entry) => ({
      ...entry,
      note: seen(entry) ? entry.note : '',
      subject: seen(entry) ? subjectOf(entry) : null,
    })),
    offered: [
      ...found.openTasks.filter(seen).map(subjectOf),
      ...ofWeek(addDays(monday, -7))
        .filter(({ activity }) => activity !== null)
        .map(subjectOf),
    ],
  })
}

function subjectOf(found: OpenTask | EntryWithSubject): Subject {
  const { task_id, number, title, status, project_id, project_key, project_name } = found
  if (task_id === null || number === null || title === null || status === null) {
    return 'activity' in found && found.activity !== null ? { activity: found.activity } : null
  }
  if (project_id === null || project_key === null || project_name === null) return null
  const project = { id: project_id, name: project_name }
  return {
    task: { id: task_id, key: `${project_key}-${number}`, number, title, status, project },
  }
}

function totalCapacity(days: readonly { capacity_minutes: number | null }[]): number | null {
  const known = days.flatMap(({ capacity_minutes }) => capacity_minutes ?? [])
  return known.length === 0 ? null : known.reduce((total, minutes) => total + minutes, 0)
}
