import { expect, test } from 'vitest'
import { dayAfter, newPlan, newTask } from '#test/plans.ts'
import { criticalPath } from './critical-path.ts'
import type { Plan, PlanLink } from './plan.ts'
import { reschedule } from './reschedule.ts'

const taskCount = 10_000
const limitMs = 100

/** The same numbers on every run: a linear congruential generator, Numerical Recipes' constants. */
function randomBelow(): (limit: number) => number {
  let state = 20_261_102
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % limit
  }
}

const link = (from: number, to: number): PlanLink => ({
  id: `l${from}-${to}`,
  predecessor_id: `t${from}`,
  successor_id: `t${to}`,
  type: 'FS',
  lag_minutes: 0,
})

const holidays = Array.from({ length: 120 }, (_, index) => ({
  first: dayAfter(30 * index),
  last: dayAfter(30 * index),
}))

const planOf = (links: PlanLink[]): Plan =>
  newPlan({
    tasks: Array.from({ length: taskCount }, (_, index) =>
      newTask(`t${index}`, { start: dayAfter(0), due: dayAfter(1 + (index % 3)) }),
    ),
    links,
    calendars: [{ id: 'c', layers: [{ weekend_days: null, closed: holidays, working: [] }] }],
    calendar_id: 'c',
  })

const chain = planOf(Array.from({ length: taskCount - 1 }, (_, index) => link(index, index + 1)))

const random = randomBelow()
const web = planOf(
  Array.from({ length: 15_000 }, () => {
    const one = random(taskCount)
    const other = (one + 1 + random(taskCount - 1)) % taskCount
    return link(Math.min(one, other), Math.max(one, other))
  }),
)

/**
 * Of eleven runs, after three that only warm up. Time of this thread on the processor: that is what an
 * idle machine needs, whatever else this one is doing.
 */
function medianMs(run: () => void): number {
  const times = Array.from({ length: 14 }, () => {
    const before = process.threadCpuUsage()
    run()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  })
  return times.slice(3).sort((one, other) => one - other)[5] ?? 0
}

test.each([
  ['a chain of 10,000 tasks', chain],
  ['10,000 tasks in a web of 15,000 links', web],
])('%s is rescheduled within 100 ms, moving almost all of it', (name, plan) => {
  for (const mode of ['push', 'strict'] as const) {
    const change = { task_id: 't0', due: dayAfter(7) }
    expect(reschedule(plan, [change], mode).moves.length).toBeGreaterThan(taskCount / 2)
    const ms = medianMs(() => reschedule(plan, [change], mode))
    process.stdout.write(`${mode}, ${name}: ${ms.toFixed(1)} ms\n`)
    expect(ms).toBeLessThan(limitMs)
  }
})

test.each([
  ['a chain of 10,000 tasks', chain],
  ['10,000 tasks in a web of 15,000 links', web],
])('%s has its critical path within 200 ms', (name, plan) => {
  const ms = medianMs(() => criticalPath(plan))
  process.stdout.write(`critical path, ${name}: ${ms.toFixed(1)} ms\n`)
  expect(ms).toBeLessThan(2 * limitMs)
})

test('subtasks nested 5,000 deep are scheduled as any others', () => {
  const tasks = Array.from({ length: 5_000 }, (_, index) =>
    newTask(`t${index}`, {
      start: dayAfter(0),
      due: dayAfter(1),
      parent_id: index === 0 ? null : `t${index - 1}`,
    }),
  )
  const first = newTask('first', { start: dayAfter(0), due: dayAfter(1) })
  const plan = newPlan({
    tasks: [...tasks, first],
    links: [{ ...link(0, 0), predecessor_id: 'first', successor_id: 't0' }],
  })
  expect(reschedule(plan, [], 'push').moves).toMatchObject([{ task_id: 't4999', days: 2 }])
})
