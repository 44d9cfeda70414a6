import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayByDay } from '#test/day-by-day.ts'
import { plans, shuffled } from '#test/plans.ts'
import { changePlan, type Plan } from './plan.ts'
import { type Move, reschedule } from './reschedule.ts'

const anyPlan = plans({ maxTasks: 9, isFixed: true, hasSummaries: true })

const applied = (plan: Plan, moves: readonly Move[]) =>
  changePlan(
    plan,
    moves.map(({ task_id, to }) => ({ task_id, ...to })),
  )

test('push lands every task where moving conflicts on, a day at a time, would have taken it', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const slow = dayByDay(plan)
      slow.push()
      const expected = plan.tasks.flatMap((task) => slow.datesOf(task) ?? [])
      const pushed = applied(plan, reschedule(plan, [], 'push').moves)
      const places = dayByDay(pushed)
      expect(pushed.tasks.flatMap((task) => places.datesOf(task) ?? [])).toEqual(expected)
    }),
    { numRuns: 400 },
  )
})

test('no task that may move lies before its links allow, and none was moved earlier by push', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { moves } = reschedule(plan, [], 'push')
      const rules = dayByDay(applied(plan, moves))
      for (const task of rules.movable) {
        const place = rules.places.get(task.id)
        expect(place !== undefined && rules.breaks(task, place)).toBe(false)
      }
      for (const { from, to, days } of moves) {
        expect(days).toBeGreaterThanOrEqual(0)
        expect((to.start ?? '') >= (from.start ?? '')).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('strict puts a linked task on the earliest day: one working day earlier breaks a rule', () => {
  fc.assert(
    fc.property(plans({ maxTasks: 8, hasSummaries: true }), (plan) => {
      const { moves, violations } = reschedule(plan, [], 'strict')
      const moved = applied(plan, moves)
      const rules = dayByDay(moved)
      const linked = new Set(plan.links.map(({ successor_id }) => successor_id))
      for (const task of rules.movable) {
        const place = rules.places.get(task.id)
        if (place === undefined) continue
        expect(rules.breaks(task, place)).toBe(false)
        if (!linked.has(task.id)) continue
        let earlier = place.start - 1
        const isStep = () =>
          rules.worked(task, rules.placeFrom(task, earlier).start, place.start) >= 1
        while (!isStep()) earlier -= 1
        expect(rules.breaks(task, rules.placeFrom(task, earlier))).toBe(true)
      }
      expect(violations.filter(({ kind }) => kind !== 'link')).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test.each(['push', 'strict'] as const)(
  '%s has nothing left to move once its moves are made',
  (mode) => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const first = reschedule(plan, [], mode)
        const second = reschedule(applied(plan, first.moves), [], mode)
        expect(second.moves).toEqual([])
        expect(second.summaries).toEqual([])
        expect(second.violations).toEqual(first.violations)
      }),
      { numRuns: 300 },
    )
  },
)

test.each(['push', 'strict'] as const)(
  '%s never moves what is pinned, done or without dates',
  (mode) => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const movable = new Set(dayByDay(plan).movable.map(({ id }) => id))
        for (const { task_id } of reschedule(plan, [], mode).moves)
          expect(movable.has(task_id)).toBe(true)
      }),
      { numRuns: 300 },
    )
  },
)

test.each(['warn', 'push', 'strict'] as const)(
  '%s gives the same answer in whatever order the plan is read',
  (mode) => {
    const both = anyPlan.chain((plan) => fc.tuple(fc.constant(plan), shuffled(plan)))
    fc.assert(
      fc.property(both, ([plan, other]) => {
        expect(reschedule(other, [], mode)).toEqual(reschedule(plan, [], mode))
      }),
      { numRuns: 200 },
    )
  },
)

test('without anything pinned, done or linked to the finish of a summary, push leaves nothing broken', () => {
  fc.assert(
    fc.property(plans({ maxTasks: 9, hasSummaries: true }), (plan) => {
      const summaries = new Set(plan.tasks.map(({ parent_id }) => parent_id))
      const links = plan.links.filter(
        ({ type, successor_id }) => type[1] === 'S' || !summaries.has(successor_id),
      )
      expect(reschedule({ ...plan, links }, [], 'push').violations).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('warn finds nothing exactly where push finds nothing to do', () => {
  fc.assert(
    fc.property(plans({ maxTasks: 6, isFixed: true, hasSummaries: true }), (plan) => {
      const summaries = new Set(plan.tasks.map(({ parent_id }) => parent_id))
      const links = plan.links.filter(
        ({ type, successor_id }) => type[1] === 'S' || !summaries.has(successor_id),
      )
      const free = { ...plan, links, tasks: plan.tasks.map((task) => ({ ...task, pinned: false })) }
      const isQuiet = reschedule(free, [], 'warn').violations.length === 0
      expect(reschedule(free, [], 'push').moves.length === 0).toBe(isQuiet)
    }),
    { numRuns: 500 },
  )
})
