import type {
  DependencyView,
  LinkedTaskView,
  TaskDependencies,
} from '@milepost/api-contracts/timeline'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeTask } from '#tasks/policy.ts'
import { canLink } from './policy.ts'
import type { DependencyRow, LinkedTask } from './queries.ts'

export const presentDependency = (
  link: Pick<DependencyRow, keyof DependencyView>,
): DependencyView => ({
  id: link.id,
  predecessor_id: link.predecessor_id,
  successor_id: link.successor_id,
  type: link.type,
  lag_minutes: link.lag_minutes,
})

/** The links of a task. Of one in a project that the reader may not see, only when it is. */
export const presentDependencies = (
  actor: Actor,
  task: { team_id: string },
  links: readonly LinkedTask[],
): TaskDependencies => ({
  predecessors: links
    .filter(({ is_predecessor }) => is_predecessor)
    .map((link) => presentLinkedTask(actor, link)),
  successors: links
    .filter(({ is_predecessor }) => !is_predecessor)
    .map((link) => presentLinkedTask(actor, link)),
  can: { link: canLink(actor, task) },
})

function presentLinkedTask(actor: Actor, { id, type, lag_minutes, task }: LinkedTask) {
  const view: LinkedTaskView = {
    ...{ id, type, lag_minutes },
    task: {
      id: task.id,
      ...(canSeeTask(actor, task) && {
        key: `${task.project_key}-${task.number}`,
        title: task.title,
        status: task.status,
        project_id: task.project_id,
      }),
      start_date: task.start_date,
      due_date: task.due_date,
    },
  }
  return view
}
