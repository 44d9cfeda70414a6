import fc from 'fast-check'
import { toDate, toDay } from '#day-number.ts'
import { findCycle } from '#find-cycle.ts'
import type { CalendarLayer, LinkType, Plan, PlanLink, PlanTask } from '#plan.ts'

/** A Monday. */
export const monday = toDay('2026-11-02')

export const dayAfter = (days: number) => toDate(monday + days)

export const newTask = (id: string, task: Partial<PlanTask> = {}): PlanTask => ({
  id,
  parent_id: null,
  start: null,
  due: null,
  not_before: null,
  pinned: false,
  done: false,
  ...task,
})

/** `'A FS B'`, or with a lag in working days `'A SS+2 B'`, `'A FS-1 B'`. */
export function newLink(text: string): PlanLink {
  const [predecessor_id = '', type = '', successor_id = ''] = text.split(' ')
  return {
    id: text,
    predecessor_id,
    successor_id,
    type: linkTypes.find((linkType) => type.startsWith(linkType)) ?? 'FS',
    lag_minutes: Number(type.slice(2)) * 480,
  }
}

export const newPlan = (plan: Partial<Plan>): Plan => ({
  tasks: [],
  links: [],
  calendars: [],
  calendar_id: null,
  freezes: [],
  ...plan,
})

const linkTypes: LinkType[] = ['FS', 'SS', 'FF', 'SF']

const range = fc
  .record({ from: fc.integer({ min: -10, max: 60 }), days: fc.integer({ min: 0, max: 4 }) })
  .map(({ from, days }) => ({ first: dayAfter(from), last: dayAfter(from + days) }))

export const layers: fc.Arbitrary<CalendarLayer> = fc.record({
  weekend_days: fc.constantFrom(null, [6, 7], [5, 6], [7], [], [1, 2, 3, 4, 5]),
  closed: fc.array(range, { maxLength: 4 }),
  working: fc.array(range, { maxLength: 2 }),
})

const dated = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), days: fc.integer({ min: 0, max: 6 }) })
  .map(({ from, days }) => ({ start: dayAfter(from), due: dayAfter(from + days) }))

interface Shape {
  maxTasks: number
  /** Only finish to start without lag, one calendar, no dates: the textbook's kind. */
  isClassic?: boolean
  /** Pinned and done tasks, not-before dates, missing dates. */
  isFixed?: boolean
  hasSummaries?: boolean
}

/**
 * Without a cycle: links lead from a lower number to a higher one, and those few plans are left out
 * in which a parent closes a circle with them. Ids say nothing about the order.
 */
export function plans({ maxTasks, isClassic, isFixed, hasSummaries }: Shape): fc.Arbitrary<Plan> {
  return fc.integer({ min: 1, max: maxTasks }).chain((count) => {
    const rare = fc.constantFrom(
      ...Array<boolean>(isFixed === true ? 7 : 0).fill(false),
      isFixed === true,
    )
    const task = fc.record({
      dates: dated,
      duration: fc.constantFrom(null, null, null, 0, 2),
      parent: hasSummaries === true ? fc.integer({ min: -4, max: count - 1 }) : fc.constant(-1),
      pinned: rare,
      done: rare,
      isUndated: rare,
      notBefore:
        isFixed === true
          ? fc.option(fc.integer({ min: 0, max: 30 }), { freq: 3 })
          : fc.constant(null),
      calendar: fc.constantFrom(null, 'one', 'two'),
    })
    const link = fc.record({
      ends: fc.tuple(fc.nat(count - 1), fc.nat(count - 1)),
      type: fc.constantFrom(...linkTypes),
      lag: fc.constantFrom(0, 0, 480, 960, -480, -1_440, 100, -100),
    })
    return fc
      .record({
        tasks: fc.array(task, { minLength: count, maxLength: count }),
        links: fc.array(link, { maxLength: count * 2 }),
        one: fc.array(layers, { maxLength: 2 }),
        two: fc.array(layers, { maxLength: 2 }),
        names: fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: count },
        ),
      })
      .map(({ tasks, links, one, two, names }) => {
        const idOf = (index: number) => `t${names[index]}`
        return newPlan({
          tasks: tasks.map((drawn, index) =>
            newTask(idOf(index), {
              start: drawn.isUndated ? null : drawn.dates.start,
              due: drawn.isUndated ? null : drawn.dates.due,
              parent_id: drawn.parent > index ? idOf(drawn.parent) : null,
              pinned: drawn.pinned,
              done: drawn.done,
              not_before: drawn.notBefore === null ? null : dayAfter(drawn.notBefore),
              calendar_id: isClassic === true ? null : drawn.calendar,
              duration_days: drawn.duration,
            }),
          ),
          links: links
            .filter(({ ends: [a, b] }) => a !== b)
            .map(({ ends: [a, b], type, lag }, index) => ({
              id: `l${index}`,
              predecessor_id: idOf(Math.min(a, b)),
              successor_id: idOf(Math.max(a, b)),
              type: isClassic === true ? 'FS' : type,
              lag_minutes: isClassic === true ? 0 : lag,
            })),
          calendars: [
            { id: 'one', layers: one },
            { id: 'two', layers: two },
          ],
          calendar_id: isClassic === true ? null : 'one',
        })
      })
      .filter((plan) => hasSummaries !== true || findCycle(plan) === undefined)
  })
}

export const shuffled = (plan: Plan): fc.Arbitrary<Plan> =>
  fc
    .tuple(
      fc.shuffledSubarray([...plan.tasks], { minLength: plan.tasks.length }),
      fc.shuffledSubarray([...plan.links], { minLength: plan.links.length }),
    )
    .map(([tasks, links]) => ({ ...plan, tasks, links }))
