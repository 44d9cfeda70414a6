import type { Tx } from '@milepost/db-schemas/database'
import { on, type Reaction } from '@milepost/service-kit/reaction'
import {
  projectCreated,
  projectDeleted,
  projectMilestone,
  projectUpdated,
} from '@milepost/shared-events/project-events'
import {
  taskCreated,
  taskDeleted,
  taskStatusChanged,
  taskUpdated,
} from '@milepost/shared-events/task-events'
import { timesheetSubmitted } from '@milepost/shared-events/timesheet-events'
import { queueRenewal } from '#analyses/queue-renewal.ts'
import { projectScope, type Scope } from '#analyses/scope.ts'
import { findProject, listActiveProjectsOf } from '#projects/queries.ts'
import type { Pace } from './pace.ts'
import { renewPortfolios } from './renew-portfolios.ts'

interface OfProject {
  project_id: string
  correlation_id: string
}

interface Options {
  /** At least; longer for what takes long to analyse. */
  debounceSeconds: number
  pace: Pace
}

/**
 * Has a project analysed shortly after its work has changed; the portfolios follow when that is done.
 * The order of cards in a column changes no number, and `task.completed` only repeats a status change.
 */
export function renewAfterChange({ debounceSeconds, pace }: Options): Reaction[] {
  const delayOf = (scope: Scope) => Math.max(debounceSeconds, pace.delayOf(scope))

  /** Of the transactions under way: changes that are applied together need one analysis. */
  const renewed = new WeakMap<Tx, Set<string>>()

  async function renewProject({ project_id, correlation_id }: OfProject, tx: Tx): Promise<void> {
    const projects = renewed.get(tx) ?? new Set()
    if (projects.has(project_id)) return
    renewed.set(tx, projects.add(project_id))
    // An event may outlive its project.
    if (!(await findProject(tx, project_id))) return
    const scope = projectScope(project_id)
    const delaySeconds = delayOf(scope)
    await queueRenewal(tx, { scope, correlationId: correlation_id, delaySeconds })
  }

  return [
    on(taskCreated, renewProject),
    on(taskUpdated, renewProject),
    on(taskStatusChanged, renewProject),
    on(taskDeleted, renewProject),
    on(projectCreated, renewProject),
    on(projectUpdated, renewProject),
    on(projectMilestone, renewProject),
    on(projectDeleted, async ({ project_id, correlation_id }, tx) => {
      await renewPortfolios(tx, { project_id, correlationId: correlation_id, delayOf })
    }),
    on(timesheetSubmitted, async ({ user_id, correlation_id }, tx) => {
      for (const { id } of await listActiveProjectsOf(tx, user_id)) {
        const scope = projectScope(id)
        const delaySeconds = delayOf(scope)
        await queueRenewal(tx, { scope, correlationId: correlation_id, delaySeconds })
      }
    }),
  ]
}
