import { describe, expect, test } from 'vitest'
import { addDays, instant, mondayOf } from './calendar.ts'
import { demoRows } from './demo-rows.ts'
import { type BuiltProject, countedLeaves } from './project-rows.ts'

/** Every weekday, a weekend, and both sides of a new year. */
const loadingDays = Array.from({ length: 7 }, (_, i) => addDays('2026-11-16', i)).concat(
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
)

const projectOf = (projects: readonly BuiltProject[], key: string): BuiltProject => {
  const project = projects.find(({ plan }) => plan.key === key)
  if (project === undefined) throw new Error(`no project ${key}`)
  return project
}

/** Leaf tasks finished in each of the full ISO weeks before the loading day, oldest first. */
function weeklyDone({ tasks }: BuiltProject, today: string, weeks: number): number[] {
  const finished = countedLeaves(tasks).map(({ completed_at }) => completed_at)
  return Array.from({ length: weeks }, (_, i) => {
    const from = instant(addDays(mondayOf(today), 7 * (i - weeks)), 0)
    const until = instant(addDays(mondayOf(today), 7 * (i + 1 - weeks)), 0)
    return finished.filter((at) => at !== null && at >= from && at < until).length
  })
}

describe.each(loadingDays)('the demo organisation of %s', (today) => {
  const rows = demoRows(today)
  const { projects } = rows
  const everything = allRows(rows)

  test('tells of nothing that has not happened yet', () => {
    const morning = instant(today, 1)
    const past = ['created_at', 'updated_at', 'completed_at', 'blocked_since', 'decided_at']
    const instants = everything.flatMap((row) =>
      Object.entries(row).filter(([column]) => past.includes(column)),
    )
    expect(instants.filter(([, at]) => at instanceof Date && at >= morning)).toEqual([])
    expect(instants.length).toBeGreaterThan(8_000)
  })

  test('gives every row an id of its own', () => {
    const ids = everything.flatMap((row) => ('id' in row ? [row.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(4_000)
  })

  test('the contributor has already logged time in the running week', () => {
    const own = rows.entries.filter(
      ({ user_id, work_date }) =>
        user_id === rows.people.ids.user.sara && work_date >= mondayOf(today),
    )
    expect(own.length).toBeGreaterThan(0)
  })

  test('no work began before what it waits for was finished', () => {
    for (const { plan, tasks } of projects)
      for (const { plan: task, timeline } of tasks) {
        const { worked } = timeline
        if (worked === null) continue
        for (const number of task.after ?? []) {
          const before = tasks.find((other) => other.plan.number === number)
          const finished = before?.row.completed_at?.toISOString().slice(0, 10) ?? 'never'
          expect(finished <= worked, `${plan.key}-${task.number} after ${number}`).toBe(true)
        }
      }
  })

  test('starts and ends of plans are in order', () => {
    for (const { plan, tasks } of projects)
      for (const { row } of tasks)
        if (row.start_date !== null && row.due_date !== null)
          expect(row.start_date <= row.due_date, `${plan.key}-${row.number}`).toBe(true)
  })

  test('WAF finishes fewer tasks each week in the last quarter of its time', () => {
    const waf = projectOf(projects, 'WAF')
    const done = weeklyDone(waf, today, 6)
    const recent = done.slice(-3)
    expect(slope(recent)).toBeLessThan(0)
    expect(mean(recent)).toBeLessThan(0.85 * mean(done))
    const { start_date, finish_date } = waf.rows.project
    expect(Date.parse(today) - Date.parse(start_date)).toBeGreaterThan(
      0.75 * (Date.parse(finish_date) - Date.parse(start_date)),
    )
  })

  test('VUL finishes more tasks than in the weeks before, CLD as many', () => {
    const vul = weeklyDone(projectOf(projects, 'VUL'), today, 12)
    expect(mean(vul.slice(6))).toBeGreaterThan(1.3 * mean(vul.slice(0, 6)))
    const cld = weeklyDone(projectOf(projects, 'CLD'), today, 12)
    expect(Math.abs(mean(cld.slice(6)) - mean(cld.slice(0, 6)))).toBeLessThan(0.25)
  })

  test.each([
    ['TLB', 'slips by more than 10%'],
    ['WAF', 'slips by more than 10%'],
    ['VUL', 'holds its date'],
    ['CLD', 'holds its date'],
    ['INF', 'holds its date'],
  ])('at its throughput %s %s', (key, outcome) => {
    const project = projectOf(projects, key)
    const open = countedLeaves(project.tasks).filter(({ status }) => status !== 'done').length
    const daysNeeded = (open / mean(weeklyDone(project, today, 12))) * 7
    const { start_date, finish_date } = project.rows.baseline
    const baselineDays = (Date.parse(finish_date) - Date.parse(start_date)) / 86_400_000
    const daysLeft = (Date.parse(finish_date) - Date.parse(today)) / 86_400_000
    const slippage = (daysNeeded - daysLeft) / baselineDays
    if (outcome !== 'holds its date') expect(slippage).toBeGreaterThan(0.11)
    else expect(slippage).toBeLessThan(0.05)
  })
})

function allRows({ people, projects, ...rest }: ReturnType<typeof demoRows>): object[] {
  const { ids, ...peopleRows } = people
  return [
    ...Object.values(peopleRows).flat(),
    ...Object.values(rest).flat(),
    ...projects.flatMap(({ tasks }) => tasks.map(({ row }) => row)),
    ...projects.flatMap(({ rows }) => Object.values(rows).flat()),
  ]
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Of the least-squares line through the values, per step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const average = mean(values)
  const above = values.reduce((sum, value, i) => sum + (i - middle) * (value - average), 0)
  const below = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
  return above / below
}

test('of what a project counts, as many are settled as planned, none before it was found or in the future', () => {
  const today = '2026-11-18'
  const rows = demoRows(today)
  const assets = rows.projects.flatMap((project) => project.rows.assets)
  expect(assets).toHaveLength(634)
  const settled = assets.filter(({ resolved_on }) => resolved_on !== null)
  expect(settled).toHaveLength(412)
  for (const { created_at, resolved_on } of settled) {
    expect((resolved_on ?? '') >= created_at.toISOString().slice(0, 10)).toBe(true)
    expect((resolved_on ?? '') < today).toBe(true)
  }
  expect(new Set(assets.map(({ reference }) => reference)).size).toBe(634)
})
