// Worked examples that others published, with their figures to the last one.
import { expect, test } from 'vitest'
import { newPlan, newTask } from '#test/plans.ts'
import { criticalPath } from './critical-path.ts'
import { toDate, toDay } from './day-number.ts'
import type { PlanLink } from './plan.ts'
import { buildCalendar } from './working-calendar.ts'
import { addWorkingDays } from './working-days.ts'

const arrow = (predecessor_id: string, successor_id: string): PlanLink => ({
  id: `${predecessor_id} → ${successor_id}`,
  predecessor_id,
  successor_id,
  type: 'FS',
  lag_minutes: 0,
})

/**
 * SAS/OR User's Guide: Project Management, chapter "The CPM Procedure", example "Changing Duration
 * Units" (4.6 in the releases 9.22 to 14.1), Output 4.6.1: INTERVAL=WEEKDAY, DATE='1dec03'd.
 */
const widget = [
  ['Approve Plan', 5, ['Drawings', 'Study Market', 'Write Specs']],
  ['Drawings', 10, ['Prototype']],
  ['Study Market', 5, ['Mkt. Strat.']],
  ['Write Specs', 5, ['Prototype']],
  ['Prototype', 15, ['Materials', 'Facility']],
  ['Mkt. Strat.', 10, ['Test Market', 'Marketing']],
  ['Materials', 10, ['Init. Prod.']],
  ['Facility', 10, ['Init. Prod.']],
  ['Init. Prod.', 10, ['Test Market', 'Marketing', 'Evaluate']],
  ['Evaluate', 10, ['Changes']],
  ['Test Market', 15, ['Changes']],
  ['Changes', 5, ['Production']],
  ['Production', 0, []],
  ['Marketing', 0, []],
] as const

const widgetSchedule = [
  ['Approve Plan', '2003-12-01', '2003-12-05', '2003-12-01', '2003-12-05', 0, 0],
  ['Drawings', '2003-12-08', '2003-12-19', '2003-12-08', '2003-12-19', 0, 0],
  ['Study Market', '2003-12-08', '2003-12-12', '2004-01-19', '2004-01-23', 30, 0],
  ['Write Specs', '2003-12-08', '2003-12-12', '2003-12-15', '2003-12-19', 5, 5],
  ['Prototype', '2003-12-22', '2004-01-09', '2003-12-22', '2004-01-09', 0, 0],
  ['Mkt. Strat.', '2003-12-15', '2003-12-26', '2004-01-26', '2004-02-06', 30, 30],
  ['Materials', '2004-01-12', '2004-01-23', '2004-01-12', '2004-01-23', 0, 0],
  ['Facility', '2004-01-12', '2004-01-23', '2004-01-12', '2004-01-23', 0, 0],
  ['Init. Prod.', '2004-01-26', '2004-02-06', '2004-01-26', '2004-02-06', 0, 0],
  ['Evaluate', '2004-02-09', '2004-02-20', '2004-02-16', '2004-02-27', 5, 5],
  ['Test Market', '2004-02-09', '2004-02-27', '2004-02-09', '2004-02-27', 0, 0],
  ['Changes', '2004-03-01', '2004-03-05', '2004-03-01', '2004-03-05', 0, 0],
  ['Production', '2004-03-08', '2004-03-08', '2004-03-08', '2004-03-08', 0, 0],
  ['Marketing', '2004-02-09', '2004-02-09', '2004-03-08', '2004-03-08', 20, 20],
]

const widgetPlan = newPlan({
  tasks: widget.map(([id, duration_days]) => newTask(id, { duration_days })),
  links: widget.flatMap(([id, , successors]) =>
    successors.map((successor) => arrow(id, successor)),
  ),
})

test('SAS/OR, widget manufacturing on weekdays: every early and late date and both floats', () => {
  const { tasks } = criticalPath(widgetPlan, { start: '2003-12-01' })
  const week = buildCalendar([])
  // SAS shows a milestone at the opening of the next working day, we at the close of the last.
  const asSas = (id: string, date: string) =>
    id === 'Production' || id === 'Marketing' ? addWorkingDays(week, date, 1) : date
  expect(
    tasks.map((task) => [
      task.task_id,
      asSas(task.task_id, task.early_start),
      asSas(task.task_id, task.early_finish),
      asSas(task.task_id, task.late_start),
      asSas(task.task_id, task.late_finish),
      task.total_float,
      task.free_float,
    ]),
  ).toEqual(widgetSchedule)
})

test('SAS/OR, widget manufacturing: the two milestones by our convention, the finish on a Friday', () => {
  const result = criticalPath(widgetPlan, { start: '2003-12-01' })
  const milestone = (id: string) => result.tasks.find(({ task_id }) => task_id === id)
  expect(milestone('Production')).toMatchObject({
    early_start: '2004-03-05',
    early_finish: '2004-03-05',
  })
  expect(milestone('Marketing')).toMatchObject({
    early_finish: '2004-02-06',
    late_finish: '2004-03-05',
  })
  expect(result).toMatchObject({ start: '2003-12-01', finish: '2004-03-05', duration_days: 70 })
  expect(result.critical_link_ids).toEqual([
    'Approve Plan → Drawings',
    'Drawings → Prototype',
    'Prototype → Materials',
    'Prototype → Facility',
    'Materials → Init. Prod.',
    'Facility → Init. Prod.',
    'Init. Prod. → Test Market',
    'Test Market → Changes',
    'Changes → Production',
  ])
})

/**
 * Vanhoucke, M., Integrated Project Management and Control: First Comes the Theory, Then the Practice,
 * Springer, 2014, p. 6: project 1, "Cost Information System". Early and late times as the tests of the
 * R package `criticalpath` (CRAN) have them, in periods from 0; every period is a working day here.
 */
const informationSystem = {
  durations: [1, 2, 2, 4, 3, 3, 3, 2, 1, 1, 2, 1, 1, 1, 1, 2, 1],
  from: [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15],
  to: [
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 11, 12, 13, 14, 15, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17,
  ],
  earlyStart: [0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 7, 6, 5, 4, 4, 9, 9],
  earlyFinish: [1, 3, 3, 7, 6, 6, 6, 5, 4, 4, 9, 7, 6, 5, 5, 11, 10],
  lateStart: [0, 1, 3, 3, 4, 4, 5, 6, 7, 7, 7, 8, 8, 8, 8, 9, 10],
  lateFinish: [1, 3, 5, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 11, 11],
  critical: [1, 2, 4, 11, 16],
  duration: 11,
}

test('Vanhoucke 2014, cost information system: every early and late time and the critical path', () => {
  const { durations, from, to } = informationSystem
  const start = '2026-11-02'
  const { tasks, duration_days } = criticalPath(
    newPlan({
      tasks: durations.map((duration_days, index) => newTask(`${index + 1}`, { duration_days })),
      links: from.map((predecessor, index) => arrow(`${predecessor}`, `${to[index]}`)),
      // No weekend, so that a date is a period.
      calendars: [{ id: 'always', layers: [{ weekend_days: [], closed: [], working: [] }] }],
      calendar_id: 'always',
    }),
    { start },
  )
  const at = (period: number) => toDate(toDay(start) + period)
  expect(tasks.map((task) => task.early_start)).toEqual(informationSystem.earlyStart.map(at))
  // The books' finish is the moment after the last day.
  const lastDay = (finish: number) => at(finish - 1)
  expect(tasks.map((task) => task.early_finish)).toEqual(informationSystem.earlyFinish.map(lastDay))
  expect(tasks.map((task) => task.late_start)).toEqual(informationSystem.lateStart.map(at))
  expect(tasks.map((task) => task.late_finish)).toEqual(informationSystem.lateFinish.map(lastDay))
  expect(tasks.filter((task) => task.critical).map((task) => Number(task.task_id))).toEqual(
    informationSystem.critical,
  )
  expect(duration_days).toBe(informationSystem.duration)
})
