import type { PersonKey } from '#demo/content/people.ts'
import type { PlannedProject } from '#demo/content/plan.ts'
import { addDays, instant, slotDate, workingDay } from './calendar.ts'
import { demoId, pick } from './demo-id.ts'
import type { PeopleIds } from './people-rows.ts'
import type { BuiltTask } from './task-rows.ts'
import type { TaskEvent } from './task-timeline.ts'

interface Context {
  today: string
  people: PeopleIds
  project_id: string
  milestone: ReadonlyMap<string, string>
}

/** Links between tasks, what was said and done on them, the agreed plan, and the computed health so far. */
export function historyRows(
  plan: PlannedProject,
  tasks: readonly BuiltTask[],
  { today, people, project_id, milestone }: Context,
) {
  const byNumber = new Map(tasks.map((task) => [task.plan.number, task.row.id]))
  const begin = slotDate(today, plan.start)
  const manager = people.user[plan.manager]
  const row = (name: string, at: Date) => ({
    id: demoId(`${name} ${plan.key}`, at),
    created_at: at,
    updated_at: at,
  })
  const agreedAt = instant(addDays(begin, 4), 14)
  const baseline_id = demoId(`baseline ${plan.key}`, agreedAt)

  return {
    dependencies: tasks.flatMap(({ plan: task, row: successor }) =>
      (task.after ?? []).map((number) => ({
        ...row(`link ${number} ${task.number}`, successor.created_at),
        project_id,
        predecessor_id: idOf(byNumber, number, plan.key),
        successor_id: successor.id,
      })),
    ),
    comments: tasks.flatMap(({ plan: task, row: { id: task_id } }) =>
      Object.entries(task.comments ?? {}).map(([key, body], i) => {
        const [author, ago] = key.split(' ')
        const day = workingDay(today, Number(ago))
        const at = instant(day, 9 + 2 * i, pick(`${plan.key} ${task.number} ${key}`, 50))
        const author_id = people.user[author as PersonKey]
        return { ...row(`comment ${task.number} ${i}`, at), task_id, author_id, body: body ?? '' }
      }),
    ),
    activity: tasks.flatMap(({ plan: task, row: { id: task_id, assignee_id }, timeline }) =>
      timeline.events.map((event, i) => ({
        ...row(`activity ${task.number} ${i}`, event.at),
        project_id,
        task_id,
        actor_user_id: i === 0 || event.edited !== undefined ? manager : (assignee_id ?? manager),
        ...changeOf(timeline.events[i - 1], event),
        correlation_id: demoId(`request ${plan.key} ${task.number} ${i}`, event.at),
      })),
    ),
    baseline: {
      ...row('baseline', agreedAt),
      project_id,
      name: 'Approved plan',
      reason: 'Agreed by the steering group when the project became active.',
      start_date: begin,
      finish_date: slotDate(today, plan.finish),
      taken_by: manager,
    },
    baselineItems: [
      ...tasks.flatMap(({ plan: task, row: { id: task_id, estimate_minutes }, timeline }) => {
        const { start, baselineDue } = timeline
        if (task.added !== undefined || baselineDue === null) return []
        const start_date = start !== null && start > baselineDue ? baselineDue : start
        const item = row(`baseline item ${task.number}`, agreedAt)
        return [
          { ...item, baseline_id, task_id, start_date, finish_date: baselineDue, estimate_minutes },
        ]
      }),
      ...plan.milestones.map(({ name, due, original = due }) => ({
        ...row(`baseline milestone ${name}`, agreedAt),
        baseline_id,
        milestone_id: milestone.get(name) ?? null,
        finish_date: slotDate(today, original),
      })),
    ],
    healthHistory: plan.computed.map(({ health, days, rules }) => ({
      ...row(`health ${days}`, instant(addDays(today, -days), 6, 20)),
      project_id,
      computed_health: health,
      rules: [...rules],
      changed_at: instant(addDays(today, -days), 6, 20),
    })),
  }
}

function idOf(byNumber: ReadonlyMap<number, string>, number: number, key: string): string {
  const id = byNumber.get(number)
  if (id === undefined) throw new Error(`no task ${key}-${number} in the plan`)
  return id
}

function changeOf(before: TaskEvent | undefined, event: TaskEvent) {
  if (before === undefined) return { kind: 'created', changes: {} }
  const progressed = before.completion !== event.completion && {
    completion_percentage: [before.completion, event.completion],
  }
  if (before.status === event.status)
    return { kind: 'updated', changes: { ...event.edited, ...progressed } }
  const reasons = [before.reason ?? null, event.reason ?? null]
  const blocked = reasons[0] !== reasons[1] && { blocked_reason: reasons }
  return {
    kind: 'status_changed',
    changes: { status: [before.status, event.status], ...progressed, ...blocked },
  }
}
