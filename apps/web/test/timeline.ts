import type { Timeline, TimelineLink, TimelineTask } from '@milepost/api-contracts/timeline'
import { idOf, projectId } from './cards.ts'

/** A task of a timeline, titled with its letter; two days wide. */
export const planned = (
  letter: string,
  start_date: string,
  due_date: string,
  changed: Partial<TimelineTask> = {},
): TimelineTask => ({
  id: idOf(letter),
  number: letter.charCodeAt(0),
  title: letter,
  status: 'todo',
  start_date,
  due_date,
  completion_percentage: 0,
  version: 1,
  ...changed,
})

export const link = (
  from: string,
  to: string,
  changed: Partial<TimelineLink> = {},
): TimelineLink => ({
  id: `01a20320-0000-7000-9000-${from.charCodeAt(0).toString().padStart(6, '0')}${to.charCodeAt(0).toString().padStart(6, '0')}`,
  predecessor_id: idOf(from),
  successor_id: idOf(to),
  type: 'FS',
  lag_minutes: 0,
  ...changed,
})

/** A plan of these tasks with Saturdays and Sundays free, and nothing else. */
export const planOf = (tasks: TimelineTask[], changed: Partial<Timeline> = {}): Timeline => ({
  project_id: projectId,
  key: 'WAF',
  name: 'WAF/API Security',
  start_date: '2026-11-02',
  finish_date: '2026-12-18',
  scheduling_mode: 'push',
  project_version: 1,
  board_version: 1,
  can: { plan: true },
  tasks,
  links: [],
  external_tasks: [],
  milestones: [],
  calendar: { weekend: [6, 7], holidays: [], working_days: [], windows: [] },
  baselines: [],
  baseline_id: null,
  baseline_items: [],
  ...changed,
})
