// The rules of scheduling once more, as slowly and plainly as possible: one day after the other, one
// task at a time, until nothing moves any more. Tests compare the engine with it.
import { toDate, toDay } from '#day-number.ts'
import { lagDays } from '#lag-days.ts'
import type { CalendarLayer, Plan, PlanLink, PlanTask } from '#plan.ts'

export function isWorkingByRule(layers: readonly CalendarLayer[], day: number): boolean {
  const weekend = layers.findLast((one) => one.weekend_days !== null)?.weekend_days ?? [6, 7]
  const weekday = new Date(day * 86_400_000).getUTCDay() || 7
  const names = (ranges: CalendarLayer['closed']) =>
    ranges.some(({ first, last }) => toDay(first) <= day && day <= toDay(last))
  for (const { closed, working } of layers.toReversed()) {
    if (names(closed)) return false
    if (names(working)) return true
  }
  return !weekend.includes(weekday)
}

interface Place {
  /** The moments (openings of days) at which it starts and finishes. */
  start: number
  finish: number
}

export function dayByDay(plan: Plan) {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]))
  const isSummary = (id: string) => plan.tasks.some((task) => task.parent_id === id)
  const parts = (id: string): PlanTask[] =>
    isSummary(id)
      ? plan.tasks.filter((task) => task.parent_id === id).flatMap((task) => parts(task.id))
      : plan.tasks.filter((task) => task.id === id)
  const above = (task: PlanTask | undefined): PlanTask[] =>
    task === undefined ? [] : [task, ...above(tasks.get(task.parent_id ?? ''))]

  const known = new Map<string, boolean>()
  function isWorking(task: PlanTask, day: number): boolean {
    const named = plan.calendars.find(({ id }) => id === task.calendar_id)
    const calendar = named ?? plan.calendars.find(({ id }) => id === plan.calendar_id)
    const key = `${calendar?.id} ${day}`
    const working = known.get(key) ?? isWorkingByRule(calendar?.layers ?? [], day)
    known.set(key, working)
    return working
  }

  /** Working days from one moment to another; negative backwards. */
  function worked(task: PlanTask, from: number, to: number): number {
    let days = 0
    for (let day = Math.min(from, to); day < Math.max(from, to); day++)
      if (isWorking(task, day)) days += 1
    return from <= to ? days : -days
  }
  function nextWorking(task: PlanTask, from: number): number {
    let day = from
    while (!isWorking(task, day)) day += 1
    return day
  }

  const isHeld = (task: PlanTask) =>
    plan.links.some(
      ({ successor_id, type }) =>
        successor_id === task.id ||
        (type[1] === 'S' && above(task).some(({ id }) => id === successor_id)),
    )
  const isMilestone = (task: PlanTask) => task.duration_days === 0 && !isSummary(task.id)
  const leads = (task: PlanTask) =>
    plan.links.some((link) => link.predecessor_id === task.id && tasks.has(link.successor_id))
  const isClosing = (task: PlanTask) => isMilestone(task) && (isHeld(task) || !leads(task))

  function asPlanned(task: PlanTask): Place | undefined {
    if (task.start === null || task.due === null) return undefined
    if (!isMilestone(task)) return { start: toDay(task.start), finish: toDay(task.due) + 1 }
    const moment = toDay(task.due) + (isClosing(task) ? 1 : 0)
    return { start: moment, finish: moment }
  }

  const places = new Map<string, Place>()
  for (const task of plan.tasks) {
    const place = isSummary(task.id) ? undefined : asPlanned(task)
    if (place !== undefined) places.set(task.id, place)
  }

  function spanOf(id: string): Place | undefined {
    const spans = parts(id).flatMap((task) => places.get(task.id) ?? [])
    if (spans.length === 0) return undefined
    return {
      start: Math.min(...spans.map(({ start }) => start)),
      finish: Math.max(...spans.map(({ finish }) => finish)),
    }
  }

  /** How many working days too early the successor lies for a link that leads to it. */
  function missing(link: PlanLink, successor: PlanTask, place: Place): number {
    const before = spanOf(link.predecessor_id)
    const predecessor = tasks.get(link.predecessor_id)
    if (before === undefined || predecessor === undefined) return 0
    const fromWork = link.type[0] === 'S' && !isMilestone(predecessor)
    const closing = fromWork && isClosing(successor) ? 1 : 0
    const from = link.type[0] === 'S' ? before.start : before.finish
    const to = link.type[1] === 'S' ? place.start : place.finish
    return lagDays(link.lag_minutes) + closing - worked(successor, from, to)
  }

  /** The first working day of the summary's calendar on which a link lets it open. */
  function opening(link: PlanLink, summary: PlanTask): number | undefined {
    const before = spanOf(link.predecessor_id)
    if (before === undefined) return undefined
    const from = link.type[0] === 'S' ? before.start : before.finish
    let day = from - 40
    while (!isWorking(summary, day) || worked(summary, from, day) < lagDays(link.lag_minutes))
      day += 1
    return day
  }

  function breaks(task: PlanTask, place: Place): boolean {
    for (const link of plan.links)
      if (link.successor_id === task.id && missing(link, task, place) > 0) return true
    for (const holder of above(task)) {
      const closing = isClosing(task) ? 1 : 0
      if (holder.not_before !== null)
        if (worked(task, toDay(holder.not_before), place.start) < closing) return true
      if (!isSummary(holder.id)) continue
      for (const link of plan.links) {
        if (link.successor_id !== holder.id || link.type[1] === 'F') continue
        const day = opening(link, holder)
        if (day !== undefined && worked(task, day, place.start) < closing) return true
      }
    }
    return false
  }

  function placeFrom(task: PlanTask, from: number): Place {
    const planned = asPlanned(task)
    const length =
      task.duration_days ?? Math.max(1, worked(task, planned?.start ?? 0, planned?.finish ?? 0))
    if (isMilestone(task)) {
      const moment = isClosing(task) ? nextWorking(task, from - 1) + 1 : nextWorking(task, from)
      return { start: moment, finish: moment }
    }
    const start = nextWorking(task, from)
    let finish = start
    for (let left = length; left > 0; finish += 1) if (isWorking(task, finish)) left -= 1
    return { start, finish }
  }

  const movable = plan.tasks.filter(
    (task) => places.has(task.id) && !task.done && !above(task).some(({ pinned }) => pinned),
  )

  return {
    places,
    movable,
    worked,
    breaks,
    placeFrom,
    /** Moves what is in conflict on by a day until nothing is. */
    push() {
      let isMoving = true
      while (isMoving) {
        isMoving = false
        for (const task of movable) {
          const place = places.get(task.id)
          if (place === undefined || !breaks(task, place)) continue
          const same = placeFrom(task, place.start)
          const isNew = same.start !== place.start || same.finish !== place.finish
          places.set(task.id, isNew ? same : placeFrom(task, place.start + 1))
          isMoving = true
        }
      }
    },
    /** Dates as people read them; a milestone's moment is a close or an opening of a working day. */
    datesOf(task: PlanTask): { start: string; due: string } | undefined {
      const place = places.get(task.id)
      if (place === undefined) return undefined
      if (!isMilestone(task)) return { start: toDate(place.start), due: toDate(place.finish - 1) }
      const date = toDate(isClosing(task) ? place.start - 1 : place.start)
      return { start: date, due: date }
    },
  }
}
