import type { PlannedProject, PlannedTask } from '#demo/content/plan.ts'
import { addDays, instant, lastWorkingDay, slotDate, workingDay } from './calendar.ts'
import { pick } from './demo-id.ts'

/** One change of a leaf task, and what the task was after it. */
export interface TaskEvent {
  at: Date
  status: PlannedTask['status']
  completion: number
  reason?: string
  /** A change of neither status nor progress. */
  edited?: Record<string, [before: unknown, after: unknown]>
}

export interface TaskTimeline {
  start: string | null
  due: string | null
  baselineDue: string | null
  /** The first day of work; null before it began. */
  worked: string | null
  /** Oldest first; the first is the creation. */
  events: readonly TaskEvent[]
}

/** Working days a task takes with other work beside it: five hours of it on a day. */
const workingDays = (hours: number | null) => Math.max(2, Math.ceil((hours ?? 12) / 5))

const reasons = [
  'Waiting for the change window',
  'Needs an answer from the application owner',
  'Parts on their way',
  'Access to the other team’s system not granted yet',
]

/** What happened to a leaf task up to the loading day, told from its plan. */
export function taskTimeline(project: PlannedProject, task: PlannedTask, today: string) {
  const name = `${project.key}-${task.number}`
  const created = task.added === undefined ? null : workingDay(today, -task.added)
  const at = (date: string, hour: number) =>
    instant(date, hour, pick(`${name} ${date} ${hour}`, 55))
  const creation = created === null ? slotDate(today, project.start) : created
  const first: TaskEvent = {
    at: new Date(instant(creation, 9).getTime() + task.number * 20_000),
    status: task.status === 'backlog' ? 'backlog' : 'todo',
    completion: 0,
  }
  return task.status === 'done'
    ? finishedTimeline({ project, task, today, name, first, at })
    : openTimeline({ project, task, today, name, first, at })
}

interface Told {
  project: PlannedProject
  task: PlannedTask
  today: string
  name: string
  first: TaskEvent
  at: (date: string, hour: number) => Date
}

function finishedTimeline({ project, task, today, name, first, at }: Told): TaskTimeline {
  const planned = slotDate(today, task.finished ?? '-1 Fri')
  const last = lastWorkingDay(today)
  const finish = planned > last ? last : planned
  const length = workingDays(task.hours)
  const due = workingDay(finish, -(task.late ?? 0))
  const free = whenFree({ project, task, today })
  const notBefore = (date: string, end: string) => (date < free && free <= end ? free : date)
  const worked = notBefore(workingDay(finish, 1 - length - Math.max(0, task.late ?? 0)), finish)

  const events: TaskEvent[] = [
    first,
    { at: at(worked, 10), status: 'in_progress', completion: 0 },
    { at: at(workingDay(finish, -1), 11), status: 'in_progress', completion: 60 },
    { at: at(workingDay(finish, -1), 16), status: 'in_review', completion: 90 },
    { at: at(finish, 15), status: 'done', completion: 100 },
  ]
  const halfway = workingDay(worked, 2)
  if ((task.late ?? 0) > 1 && halfway < workingDay(finish, -2)) {
    const reason = reasons[pick(name, reasons.length)] ?? ''
    events.splice(
      2,
      0,
      { at: at(workingDay(worked, 1), 14), status: 'blocked', completion: 20, reason },
      { at: at(halfway, 9), status: 'in_progress', completion: 20 },
    )
  }
  const start = notBefore(workingDay(due, 1 - length), due)
  return { start, due, baselineDue: due, worked, events: inOrder(events) }
}

function openTimeline({ project, task, today, name, first, at }: Told): TaskTimeline {
  const due = task.due == null ? null : workingDay(today, task.due)
  const started = task.started === undefined ? null : workingDay(today, -task.started)
  const free = whenFree({ project, task, today })
  const needed = due === null ? null : workingDay(due, 1 - workingDays(task.hours))
  const planned = needed !== null && due !== null && needed < free && free <= due ? free : needed
  const start = started !== null && planned !== null && started < planned ? started : planned
  const baselineDue = due === null ? null : workingDay(due, -(task.moved ?? 0))
  const completion = task.progress ?? 0
  const events: TaskEvent[] = [first]

  if (task.status === 'cancelled')
    events.push({ at: at(workingDay(today, -14), 11), status: 'cancelled', completion: 0 })
  else if (started === null && task.blocked !== undefined) events.push(blocked(task.blocked, today))
  else if (started === null)
    events.push(edit({ project, task, today, name, first, at }, { due, baselineDue }))
  else events.push(...progress({ project, task, today, name, first, at }, started, completion))

  return { start, due, baselineDue, worked: started, events: inOrder(events) }
}

function progress({ task, today, at }: Told, started: string, completion: number): TaskEvent[] {
  const touched = task.stale ?? 1 + ((task.number * 7) % 3)
  const events: TaskEvent[] = [
    { at: at(started, 10), status: 'in_progress', completion: 0 },
    {
      at: at(workingDay(started, 1), 15),
      status: 'in_progress',
      completion: Math.floor(completion / 2),
    },
  ]
  if (task.blocked !== undefined) {
    return [...events, { ...blocked(task.blocked, today), completion }]
  }
  const status = task.status === 'in_review' ? 'in_review' : 'in_progress'
  events.push({ at: at(workingDay(today, -touched), 16), status, completion })
  return events
}

/** Before six in the morning, so that the days count in full from the loading day on. */
const blocked = ([reason, days]: readonly [string, number], today: string): TaskEvent => ({
  at: instant(addDays(today, -days), 5, 50),
  status: 'blocked',
  completion: 0,
  reason,
})

/** The day after the last of what has to be finished first, by fact or else by plan; at least the project's first. */
function whenFree({ project, task, today }: Pick<Told, 'project' | 'task' | 'today'>): string {
  const last = lastWorkingDay(today)
  const ends = flatten(project.tasks)
    .filter(({ number }) => task.after?.includes(number))
    .flatMap(({ finished, due }) => {
      if (finished !== undefined) return [slotDate(today, finished)]
      return due == null ? [] : [workingDay(today, due)]
    })
    .map((end) => workingDay(task.status === 'done' && end > last ? last : end, 1))
  return [slotDate(today, project.start), ...ends].sort().at(-1) ?? today
}

const flatten = (tasks: readonly PlannedTask[]): PlannedTask[] =>
  tasks.flatMap((task) => [task, ...flatten(task.children ?? [])])

/** A task nobody has begun was still looked at when the plan was: it moved, or it was sorted. */
function edit(
  { task, today, name, first, at }: Told,
  { due, baselineDue }: { due: string | null; baselineDue: string | null },
): TaskEvent {
  const day = workingDay(today, -(task.stale ?? 1 + pick(`${name} touched`, 9)))
  return {
    at: at(day, 13),
    status: first.status,
    completion: 0,
    edited:
      due === baselineDue
        ? { description: ['', task.about ?? task.title] }
        : { due_date: [baselineDue, due] },
  }
}

/** Short tasks begin and end on the same days: nothing may happen before what it follows. */
function inOrder(events: TaskEvent[]): TaskEvent[] {
  let previous = 0
  return events.map((event) => {
    const at = Math.max(event.at.getTime(), previous + 60_000)
    previous = at
    return { ...event, at: new Date(at) }
  })
}
