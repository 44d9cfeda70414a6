import type { ProjectView } from '@milepost/api-contracts/projects'
import type { Actor } from '@milepost/service-kit/authentication'
import { canCreateTask } from '#tasks/policy.ts'
import {
  canAnalyzeProject,
  canCreateMilestone,
  canDeleteProject,
  canUpdateProject,
} from './policy.ts'
import type { ProjectRow } from './queries.ts'

/** A project as the API shows it, with what this actor may do to it. */
export function presentProject(actor: Actor, project: ProjectRow): ProjectView {
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    description: project.description,
    status: project.status,
    team: project.team,
    manager: project.manager,
    category: project.category,
    start_date: project.start_date,
    finish_date: project.finish_date,
    declared_health: project.declared_health,
    health_note: project.health_note,
    health_declared_at: project.health_declared_at,
    computed_health: project.computed_health,
    completion_percentage: project.completion_percentage,
    task_count: project.task_count,
    done_count: project.done_count,
    blocked_count: project.blocked_count,
    version: project.version,
    can: {
      update: canUpdateProject(actor, project),
      delete: canDeleteProject(actor, project),
      create_task: canCreateTask(actor, project),
      create_milestone: canCreateMilestone(actor, project),
      analyze: canAnalyzeProject(actor, project),
    },
  }
}
