import { absences, activities } from '#demo/content/absences.ts'
import { type PersonKey, people, personKeys } from '#demo/content/people.ts'
import { addDays, instant, mondayOf, slotDate } from './calendar.ts'
import { demoId, pick } from './demo-id.ts'
import type { PeopleIds } from './people-rows.ts'
import type { BuiltProject } from './project-rows.ts'
import { roundToQuarter, type Work, workByPerson } from './work-plan.ts'

/** Full weeks before the running one that timesheets exist for. */
export const recordedWeeks = 12

export interface Entry {
  who: PersonKey
  week: number
  row: ReturnType<typeof entryRow>
}

/** A week of somebody without contracted time: a contractor's, by the hour. */
const contractorWeek = 900

/** What the contributor of the demo has logged on the loading day itself, so that no Monday shows an empty week. */
const morningMinutes = 120

/** Sara's last full week, the one on her manager's desk, is far over her capacity. */
const unusualWeeks: Partial<Record<PersonKey, Readonly<Record<number, number>>>> = {
  sara: { [-1]: 2850 },
}

/** Everybody's hours, day by day up to yesterday: first the tasks they were on, then everything else. */
export function timeEntries(
  projects: readonly BuiltProject[],
  { today, ids }: { today: string; ids: PeopleIds },
): Entry[] {
  const work = workByPerson(projects, today)
  const away = awayDays(today)
  return personKeys
    .filter((who) => people[who].team !== undefined)
    .flatMap((who) =>
      Array.from({ length: recordedWeeks + 1 }, (_, i) => i - recordedWeeks).flatMap((week) =>
        daysOf(who, week, { today, away }).flatMap(({ date, minutes }) =>
          bookDay(work.get(who) ?? [], { who, date, minutes }).map((booked, i) => ({
            who,
            week,
            row: entryRow(who, { date, i, booked, ids, isThisMorning: date === today }),
          })),
        ),
      ),
    )
}

interface Booked {
  minutes: number
  task_id: string | null
  project_id: string | null
  activity: string | null
}

function entryRow(
  who: PersonKey,
  {
    date,
    i,
    booked,
    ids,
    isThisMorning,
  }: { date: string; i: number; booked: Booked; ids: PeopleIds; isThisMorning: boolean },
) {
  const at = isThisMorning ? instant(date, 0, i) : instant(date, 16, 30 + i)
  return {
    id: demoId(`entry ${who} ${date} ${i}`, at),
    created_at: at,
    updated_at: at,
    user_id: ids.user[who],
    work_date: date,
    ...booked,
  }
}

/** The days of a week that somebody worked, before the loading day, and for how long. */
function daysOf(
  who: PersonKey,
  week: number,
  { today, away }: { today: string; away: ReadonlySet<string> },
) {
  const monday = addDays(mondayOf(today), 7 * week)
  const dates = Array.from({ length: 5 }, (_, i) => addDays(monday, i))
  const present = dates.filter((date) => !away.has(`${who} ${date}`))
  const { weeklyMinutes, load = 1 } = people[who]
  const wobble = 0.97 + pick(`week ${who} ${week}`, 7) / 100
  const full =
    unusualWeeks[who]?.[week] ??
    (weeklyMinutes === undefined ? contractorWeek : weeklyMinutes * load) * wobble
  const total = roundToQuarter((full * present.length) / 5)

  let left = total
  return present
    .map((date, i) => {
      const share = total / present.length
      const uneven = roundToQuarter(
        share * (0.9 + pick(`day ${who} ${week} ${date.slice(-1)}`, 21) / 100),
      )
      const minutes = i === present.length - 1 ? left : uneven
      left -= minutes
      return { date, minutes: date === today ? morningMinutes : minutes }
    })
    .filter(({ date }) => date < today || (date === today && who === 'sara'))
}

function awayDays(today: string): ReadonlySet<string> {
  return new Set(
    absences.flatMap(({ who, days }) => days.map((day) => `${who} ${slotDate(today, day)}`)),
  )
}

/** At most three tasks a day and never all of it: somebody always calls. */
function bookDay(
  work: Work[],
  { who, date, minutes }: { who: PersonKey; date: string; minutes: number },
): Booked[] {
  const manages = people[who].role === 'project_manager'
  let left = minutes
  const booked: Booked[] = []
  const meeting = new Date(date).getUTCDay() === 1 ? 60 : 0
  if (meeting > 0) {
    booked.push({
      minutes: meeting,
      task_id: null,
      project_id: null,
      activity: 'Weekly team meeting',
    })
    left -= meeting
  }
  const elsewhere = roundToQuarter((left * (manages ? 50 : 10 + pick(`${who} ${date}`, 20))) / 100)
  for (const task of work) {
    if (booked.length === 4 || left <= elsewhere) break
    if (date < task.from || date > task.until || task.minutesLeft === 0) continue
    const spent = Math.min(task.dailyMinutes, task.minutesLeft, left - elsewhere)
    task.minutesLeft -= spent
    left -= spent
    booked.push({
      minutes: spent,
      task_id: task.task_id,
      project_id: task.project_id,
      activity: null,
    })
  }
  const names = activities[manages ? 'project_manager' : 'contributor']
  const activity = names[pick(`else ${who} ${date}`, names.length)] ?? names[0]
  if (left > 0) booked.push({ minutes: left, task_id: null, project_id: null, activity })
  return booked
}
