import { conflict } from '@milepost/service-kit/problem'
import type { PlanTaskRow } from '#timeline/plan.ts'

/** 409 with the tasks as they are now. */
export const planChanged = (projectKey: string, tasks: readonly PlanTaskRow[]) =>
  conflict('plan-changed', 'Someone changed the plan meanwhile.', {
    tasks: tasks.map((task) => ({
      id: task.id,
      key: `${projectKey}-${task.number}`,
      start_date: task.start_date ?? null,
      due_date: task.due_date ?? null,
      version: task.version,
    })),
  })

/** 409 with the preview as it would be now. */
export const previewOutdated = (current: unknown) =>
  conflict('plan-changed', 'The plan has changed since, and other tasks would move now.', current)
