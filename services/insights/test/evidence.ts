import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { TeamUtilization, UtilizationReport } from '@milepost/api-contracts/timesheets'
import { v7 as uuidv7 } from 'uuid'
import { addDays, dateOf, mondayOf } from '#facts/working-days.ts'

type Task = ProjectEvidence['tasks'][number]

/** A Friday. */
export const asOf = '2026-11-20T09:12:00.000Z'
export const today = dateOf(asOf)

let lastNumber = 0

/** An open leaf task of six hours, due in a week. */
const taskWith = (overrides: Partial<Task> = {}): Task => ({
  id: uuidv7(),
  number: ++lastNumber,
  title: 'Rezone SAN fabric B for the new library',
  status: 'todo',
  is_leaf: true,
  assignee_id: null,
  estimate_minutes: 360,
  completion_percentage: 0,
  start_date: null,
  due_date: addDays(today, 7),
  blocked_reason: null,
  blocked_since: null,
  completed_at: null,
  updated_at: asOf,
  ...overrides,
})

const blockedTask = (days: number, reason = 'Drives are not delivered') =>
  taskWith({
    status: 'blocked',
    blocked_reason: reason,
    blocked_since: `${addDays(today, -days)}T08:00:00.000Z`,
  })

interface Story {
  key?: string
  name?: string
  team?: { id: string; name: string }
  manager?: string | null
  /** Tasks finished in the full weeks before this one, oldest first. */
  weeks?: number[]
  open?: number
  blocked?: number
  baseline?: { start: string; finish: string } | null
  start?: string | null
  finish?: string | null
  overrides?: Partial<ProjectEvidence>
  project?: Partial<ProjectEvidence['project']>
}

/** A project with a history: so many tasks finished per week, so many still open. */
export function evidenceOf({
  key = 'WAF',
  name = 'WAF/API Security',
  team = { id: uuidv7(), name: 'Network & Security' },
  manager = 'Priya Raman',
  weeks = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  open = 10,
  blocked = 0,
  start = addDays(mondayOf(today), -7 * weeks.length),
  finish = addDays(today, 70),
  baseline = start && finish ? { start, finish } : null,
  overrides = {},
  project = {},
}: Story = {}): ProjectEvidence {
  const monday = mondayOf(today)
  const weekly_done = [...weeks, 0].map((count, at) => ({
    week_start: addDays(monday, 7 * (at - weeks.length)),
    count,
  }))
  const done = weekly_done.flatMap(({ week_start, count }) =>
    Array.from({ length: count }, () =>
      taskWith({
        status: 'done',
        completion_percentage: 100,
        completed_at: `${addDays(week_start, 2)}T10:00:00.000Z`,
      }),
    ),
  )
  const tasks = [
    ...done,
    ...Array.from({ length: blocked }, (_, at) => blockedTask(12 - at)),
    ...Array.from({ length: open - blocked }, () => taskWith()),
  ]
  return {
    as_of: asOf,
    project: {
      id: uuidv7(),
      key,
      name,
      status: 'active',
      team,
      manager: manager === null ? null : { id: uuidv7(), display_name: manager },
      start_date: start,
      finish_date: finish,
      declared_health: 'green',
      health_declared_at: '2026-09-01T08:00:00.000Z',
      completion_percentage:
        tasks.length === 0 ? null : Math.round((done.length / tasks.length) * 1000) / 10,
      median_estimate: 360,
      ...project,
    },
    baseline: baseline && {
      name: 'Agreed plan',
      start_date: baseline.start,
      finish_date: baseline.finish,
      taken_at: '2026-09-11T08:00:00.000Z',
    },
    tasks,
    milestones: [
      {
        id: uuidv7(),
        name: 'Library accepted',
        due_date: addDays(today, 14),
        original_due_date: addDays(today, 14),
        status: 'upcoming',
        achieved_on: null,
      },
    ],
    weekly_done,
    snapshots: [],
    ...overrides,
  }
}

export const teamAt = (
  team: { id: string; name: string },
  percentage: number | null,
  overrides: Partial<TeamUtilization> = {},
): TeamUtilization => ({
  team,
  people: 5,
  utilization_percentage: percentage,
  minutes: percentage === null ? null : percentage * 480,
  capacity_minutes: percentage === null ? null : 48_000,
  unapproved_minutes: percentage === null ? null : 870,
  people_without_capacity: 0,
  withheld: percentage === null ? 'under_five_people' : null,
  ...overrides,
})

export const reportOf = (...teams: TeamUtilization[]): UtilizationReport => ({
  from: '2026-10-19',
  until: '2026-11-16',
  limit_percentage: 90,
  teams,
})
