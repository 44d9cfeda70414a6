import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { generateNKeysBetween } from 'fractional-indexing'
import { v7 as uuidv7 } from 'uuid'
import { bytesFrom, pick, randomFrom } from './random.ts'
import { actions, labels, places, reasons, things } from './words.ts'

/** The columns of `projects.tasks` that a seeded task sets, snake_case as there. */
export interface SeededTask {
  id: string
  number: number
  parent_task_id: string | null
  /** Ids from the topmost ancestor down, dash-less. */
  path: string
  title: string
  description: string
  status: TaskStatus
  rank: string
  priority: 'urgent' | 'high' | 'medium' | 'low'
  assignee_id: string | null
  estimate_minutes: number | null
  due_date: string | null
  completion_percentage: number
  labels: string[]
  blocked_reason: string | null
  blocked_since: string | null
  status_changed_at: string
  completed_at: string | null
  child_count: number
  child_done_count: number
  created_at: string
}

/** How a board in the middle of its life looks, in hundredths. */
const shares: [TaskStatus, number][] = [
  ['backlog', 28],
  ['todo', 20],
  ['in_progress', 12],
  ['in_review', 6],
  ['blocked', 3],
  ['done', 29],
  ['cancelled', 2],
]

const dayMs = 86_400_000
const historyDays = 84

interface Board {
  count: number
  seed: number
  today: Date
  assigneeIds: readonly string[]
}

/** As many tasks of an infrastructure project, always the same for the same seed and day. */
export function makeTasks({ count, seed, today, assigneeIds }: Board): SeededTask[] {
  const random = randomFrom(seed)
  const before = (days: number) => new Date(today.getTime() - days * dayMs)
  const tasks: SeededTask[] = []

  for (let number = 1; number <= count; number += 1) {
    const created = before(historyDays * (1 - number / count))
    const id = uuidv7({ msecs: created.getTime(), random: bytesFrom(random, 16) })
    // Every tenth task is split into two subtasks: the two after it.
    const parent = number % 10 === 1 || number % 10 === 2 ? tasks[number - (number % 10) - 1] : null
    const status = statusFor(random() * 100)
    const age = random() * ((today.getTime() - created.getTime()) / dayMs)
    const changed = before(age).toISOString()
    tasks.push({
      id,
      number,
      parent_task_id: parent?.id ?? null,
      path: [parent?.id, id]
        .filter((step) => step !== undefined)
        .join('.')
        .replaceAll('-', ''),
      title: `${pick(random, actions)} ${pick(random, things)} ${pick(random, places)}`,
      description: describe(random),
      status,
      rank: '',
      priority: pick(random, ['urgent', 'high', 'medium', 'medium', 'medium', 'low']),
      assignee_id: random() < 0.8 ? pick(random, assigneeIds) : null,
      estimate_minutes: random() < 0.85 ? 60 * Math.ceil(random() * 40) : null,
      due_date: random() < 0.6 ? dateOf(before(random() * 80 - 60)) : null,
      completion_percentage: progressOf(status, random),
      labels: labelsFrom(random),
      blocked_reason: status === 'blocked' ? pick(random, reasons) : null,
      blocked_since: status === 'blocked' ? changed : null,
      status_changed_at: changed,
      completed_at: status === 'done' ? changed : null,
      child_count: 0,
      child_done_count: 0,
      created_at: created.toISOString(),
    })
    if (parent) {
      parent.child_count += 1
      if (status === 'done') parent.child_done_count += 1
    }
  }
  rankColumns(tasks)
  return tasks
}

function statusFor(hundredth: number): TaskStatus {
  let sum = 0
  for (const [status, share] of shares) {
    sum += share
    if (hundredth < sum) return status
  }
  return 'backlog'
}

const describe = (random: () => number) =>
  `${pick(random, actions)} ${pick(random, things)} first, then tell the owners of ${pick(random, things)} ${pick(random, places)}.`

function progressOf(status: TaskStatus, random: () => number): number {
  if (status === 'done') return 100
  return status === 'in_progress' || status === 'in_review' ? 5 * Math.floor(random() * 20) : 0
}

function labelsFrom(random: () => number): string[] {
  const count = Math.max(0, Math.floor(random() * 4) - 1)
  return [...new Set(Array.from({ length: count }, () => pick(random, labels)))]
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10)

function rankColumns(tasks: readonly SeededTask[]): void {
  for (const column of Map.groupBy(tasks, ({ status }) => status).values()) {
    const ranks = generateNKeysBetween(null, null, column.length)
    for (const [place, task] of column.entries()) task.rank = ranks[place] ?? ''
  }
}
