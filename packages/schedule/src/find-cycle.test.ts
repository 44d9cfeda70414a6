import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newLink, newPlan, newTask } from '#test/plans.ts'
import { criticalPath } from './critical-path.ts'
import { CycleError, findCycle, findCycleOfLink } from './find-cycle.ts'
import type { Plan } from './plan.ts'
import { reschedule } from './reschedule.ts'

const abc = ['A', 'B', 'C'].map((id) => newTask(id))
const links = (...texts: string[]) => texts.map(newLink)

/** Any links at all, so mostly with cycles, and every task under a lower one or none. */
const tangles: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const index = fc.nat(count - 1)
  return fc
    .record({
      parents: fc.array(fc.option(index), { minLength: count, maxLength: count }),
      ends: fc.array(fc.tuple(index, index), { maxLength: 8 }),
    })
    .map(({ parents, ends }) =>
      newPlan({
        tasks: parents.map((parent, task) =>
          newTask(`t${task}`, {
            parent_id: parent !== null && parent < task ? `t${parent}` : null,
          }),
        ),
        links: ends.map(([from, to], id) => ({ ...newLink(`t${from} FS t${to}`), id: `l${id}` })),
      }),
    )
})

const isStep = ({ tasks, links: all }: Plan, from: string, to: string) =>
  all.some((link) => link.predecessor_id === from && link.successor_id === to) ||
  tasks.some((task) => task.id === from && task.parent_id === to) ||
  tasks.some((task) => task.id === to && task.parent_id === from)

/** By the meaning of links: all under the successor wait for all under the predecessor. */
function hasCycle({ tasks, links: all }: Plan): boolean {
  const under = (id: string): string[] => [
    id,
    ...tasks.filter((task) => task.parent_id === id).flatMap((task) => under(task.id)),
  ]
  const over = (id: string | null): string[] => {
    const task = tasks.find((one) => one.id === id)
    return task === undefined ? [] : [task.id, ...over(task.parent_id)]
  }
  const waitsFor = (id: string) =>
    all
      .filter((link) => over(id).includes(link.successor_id))
      .flatMap((link) => under(link.predecessor_id))
  return tasks.some(({ id }) => {
    const found = waitsFor(id)
    for (const next of found) found.push(...waitsFor(next).filter((one) => !found.includes(one)))
    return found.includes(id)
  })
}

test('a cycle is found exactly where there is one, and the one named is real', () => {
  fc.assert(
    fc.property(tangles, (plan) => {
      const cycle = findCycle(plan)
      expect(cycle !== undefined).toBe(hasCycle(plan))
      if (cycle === undefined) return
      for (const [index, from] of cycle.entries())
        expect(isStep(plan, from, cycle[(index + 1) % cycle.length] ?? '')).toBe(true)
      expect(cycle[0]).toBe(cycle.toSorted()[0])
      const other = { tasks: plan.tasks.toReversed(), links: plan.links.toReversed() }
      expect(findCycle(other)).toEqual(cycle)
    }),
    { numRuns: 2_000 },
  )
})

test('asked about one link more, the answer is that of the plan with the link, and names it', () => {
  const question = fc.tuple(tangles, fc.nat(7), fc.nat(7))
  fc.assert(
    fc.property(question, ([plan, from, to]) => {
      const link = newLink(`t${from % plan.tasks.length} FS t${to % plan.tasks.length}`)
      fc.pre(findCycle(plan) === undefined)
      const cycle = findCycleOfLink(plan, link)
      const longer = { ...plan, links: [...plan.links, link] }
      expect(cycle !== undefined).toBe(findCycle(longer) !== undefined)
      if (cycle === undefined) return
      expect(cycle[0]).toBe(link.predecessor_id)
      for (const [index, step] of cycle.entries())
        expect(isStep(longer, step, cycle[(index + 1) % cycle.length] ?? '')).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('the tasks of a cycle come in order, whatever the type of the links', () => {
  const plan = newPlan({ tasks: abc, links: links('B SS C', 'C FF A', 'A FS B') })
  expect(findCycle(plan)).toEqual(['A', 'B', 'C'])
  expect(findCycle({ ...plan, links: links('A FS B', 'A FS C', 'B FS C') })).toBeUndefined()
})

test('the way back that a new link closes is named from its predecessor on', () => {
  const plan = newPlan({ tasks: abc, links: links('A FS B', 'B FS C') })
  expect(findCycleOfLink(plan, newLink('C FS A'))).toEqual(['C', 'A', 'B'])
  expect(findCycleOfLink(plan, newLink('A FS C'))).toBeUndefined()
  expect(findCycleOfLink(plan, newLink('B FS B'))).toEqual(['B'])
  expect(findCycleOfLink(plan, newLink('B FS X'))).toBeUndefined()
})

test('a summary and what is under it cannot be linked, nor a parent be put under its child', () => {
  const tasks = [newTask('S'), newTask('A', { parent_id: 'S' }), newTask('B')]
  expect(findCycleOfLink({ tasks, links: [] }, newLink('S FS A'))).toEqual(['S', 'A'])
  expect(findCycleOfLink({ tasks, links: [] }, newLink('A SS S'))).toEqual(['A', 'S'])
  const round = [newTask('A', { parent_id: 'B' }), newTask('B', { parent_id: 'A' })]
  expect(findCycle({ tasks: round, links: [] })).toEqual(['A', 'B'])
})

test('what schedules a plan refuses a cycle and names it', () => {
  const plan = newPlan({ tasks: abc, links: links('A FS B', 'B FS A') })
  expect(() => reschedule(plan, [], 'push')).toThrow(new CycleError(['A', 'B']))
  expect(() => criticalPath(plan)).toThrow('A → B')
})

test('a circle of 20,000 tasks is named without recursion', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `t${20_000 + index}`)
  const circle = ids.map((id, index) => newLink(`${id} FS ${ids[(index + 1) % ids.length]}`))
  expect(findCycle({ tasks: ids.map((id) => newTask(id)), links: circle })).toEqual(ids)
})
