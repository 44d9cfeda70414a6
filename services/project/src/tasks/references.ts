import type { Tx } from '@milepost/db-schemas/database'
import { milestones } from '@milepost/db-schemas/milestones'
import type { Task } from '@milepost/db-schemas/tasks'
import { unknownReference } from '@milepost/service-kit/problem'
import { and, eq, isNull } from 'drizzle-orm'
import { isActiveMember } from '#people/queries.ts'
import { categoryExists } from '#projects/queries.ts'
import { findTask, type TaskRow } from './queries.ts'

interface References {
  parent_task_id?: string | null | undefined
  milestone_id?: string | null | undefined
  category_id?: string | null | undefined
  assignee_id?: string | null | undefined
}

/**
 * Throws 422 for an id that is not there for this project, whether or not it exists elsewhere: work goes
 * to active members of the owning team only. Answers the parent, when one was given.
 */
export async function readReferences(
  tx: Tx,
  { given, project }: { given: References; project: { id: string; team_id: string } },
): Promise<TaskRow | undefined> {
  const { parent_task_id, milestone_id, category_id, assignee_id } = given
  const parent = parent_task_id == null ? undefined : await findTask(tx, parent_task_id)
  if (parent_task_id != null && parent?.project_id !== project.id) {
    throw unknownReference('#/parent_task_id')
  }
  if (milestone_id != null && !(await isMilestoneOf(tx, project.id, milestone_id))) {
    throw unknownReference('#/milestone_id')
  }
  if (category_id != null && !(await categoryExists(tx, category_id))) {
    throw unknownReference('#/category_id')
  }
  const member = { teamId: project.team_id, userId: assignee_id ?? '' }
  if (assignee_id != null && !(await isActiveMember(tx, member))) {
    throw unknownReference('#/assignee_id')
  }
  return parent
}

async function isMilestoneOf(tx: Tx, projectId: string, milestoneId: Task['id']) {
  const found = await tx
    .select({ id: milestones.id })
    .from(milestones)
    .where(
      and(
        eq(milestones.id, milestoneId),
        eq(milestones.project_id, projectId),
        isNull(milestones.deleted_at),
      ),
    )
  return found.length === 1
}
