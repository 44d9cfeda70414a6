import { taskComments } from '@milepost/db-schemas/discussion'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { outbox, projects } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createBaseline } from '#baselines/create-baseline.ts'
import { addComment } from '#comments/add-comment.ts'
import { createDependency } from '#dependencies/create-dependency.ts'
import { deleteDependency } from '#dependencies/delete-dependency.ts'
import { updateDependency } from '#dependencies/update-dependency.ts'
import { createMilestone } from '#milestones/create-milestone.ts'
import { deleteMilestone } from '#milestones/delete-milestone.ts'
import { updateMilestone } from '#milestones/update-milestone.ts'
import { deleteProject } from '#projects/delete-project.ts'
import { updateProject } from '#projects/update-project.ts'
import { applySchedule } from '#schedule/apply-schedule.ts'
import { createTask } from '#tasks/create-task.ts'
import { deleteTask } from '#tasks/delete-task.ts'
import { moveTask } from '#tasks/move-task.ts'
import { updateTask } from '#tasks/update-task.ts'
import { actorWith, addMilestone, addTask, correlationId, now, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)

const task = await addTask(db)
const projectId = task.project_id
const { id: milestoneId } = await addMilestone(db, { project_id: projectId })
const other = await addTask(db, { project_id: projectId, due_date: '2026-12-01' })
const [link] = await db
  .insert(taskDependencies)
  .values({ project_id: projectId, predecessor_id: other.id, successor_id: task.id })
  .returning()
const dependency = {
  ...{ id: link?.id ?? '', project_id: projectId, predecessor_project_id: projectId },
}

/** Sees everything as an executive, and may do all of this, but in another team. */
const elsewhere = actorWith('executive', {
  ...{ roles: ['executive', 'project_manager', 'contributor'], team_ids: [uuidv7()] },
})
/** Not even that. */
const stranger = actorWith('project_manager', { team_ids: [uuidv7()] })

const move = { status: 'done' as const, after_id: null, before_id: null, version: 1 }
const about = (actor: Actor) => ({ actor, correlationId, now })

const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
  updateProject: (actor) =>
    updateProject(db, { ...about(actor), projectId, input: { version: 1, name: 'Other' } }),
  deleteProject: (actor) => deleteProject(db, { ...about(actor), projectId, version: undefined }),
  createTask: (actor) =>
    db.transaction((tx) =>
      createTask(tx, {
        ...{ ...about(actor), projectId },
        input: { title: 'Order the racks', status: 'todo', priority: 'low' },
      }),
    ),
  updateTask: (actor) =>
    updateTask(db, { ...about(actor), task, input: { version: 1, title: 'Other' } }),
  moveTask: (actor) => moveTask(db, { ...about(actor), task, move }),
  deleteTask: (actor) => deleteTask(db, { ...about(actor), task, version: 1 }),
  addComment: (actor) =>
    db.transaction((tx) => addComment(tx, { ...about(actor), taskId: task.id, body: 'Hi' })),
  createDependency: (actor) =>
    db.transaction((tx) =>
      createDependency(tx, {
        ...{ ...about(actor), successor: task, within: 'project' },
        input: { predecessor_id: other.id, type: 'FS', lag_minutes: 0 },
      }),
    ),
  updateDependency: (actor) =>
    updateDependency(db, { ...about(actor), dependency, input: { type: 'SS' } }),
  deleteDependency: (actor) => deleteDependency(db, { ...about(actor), dependency }),
  applySchedule: (actor) =>
    db.transaction((tx) =>
      applySchedule(tx, {
        ...{ ...about(actor), projectId },
        input: {
          changes: [
            { task_id: task.id, start_date: '2026-12-01', due_date: '2026-12-02', version: 1 },
          ],
        },
      }),
    ),
  createBaseline: (actor) =>
    db.transaction((tx) =>
      createBaseline(tx, {
        ...{ ...about(actor), projectId },
        input: { name: 'Agreed', reason: 'Agreed with the board.' },
      }),
    ),
  createMilestone: (actor) =>
    db.transaction((tx) =>
      createMilestone(tx, {
        ...{ ...about(actor), projectId },
        input: { name: 'Cut-over', due_date: '2026-12-01' },
      }),
    ),
  updateMilestone: (actor) =>
    updateMilestone(db, { ...about(actor), milestoneId, input: { version: 1, name: 'Other' } }),
  deleteMilestone: (actor) =>
    deleteMilestone(db, { ...about(actor), milestoneId, version: undefined }),
}

const everything = async () => [
  await db.select().from(projects),
  await db.select().from(tasks),
  await db.select().from(taskComments),
  await db.select().from(taskDependencies),
  await db.select().from(outbox),
]

test.each(Object.entries(verbs))(
  '%s asks the policy itself, whoever called it, and a refusal leaves nothing',
  async (_name, verb) => {
    const before = await everything()
    await expect(verb(elsewhere)).rejects.toMatchObject({ status: 403 })
    await expect(verb(stranger)).rejects.toMatchObject({ status: 404 })
    expect(await everything()).toEqual(before)
  },
)

test.each([
  ['PATCH', '/projects/:project_id'],
  ['POST', '/projects/:project_id/tasks'],
  ['POST', '/projects/:project_id/milestones'],
  ['PATCH', '/tasks/:task_id'],
  ['PATCH', '/tasks/:task_id/move'],
  ['POST', '/tasks/:task_id/comments'],
  ['PATCH', '/milestones/:milestone_id'],
] as const)('%s %s tells a refused caller nothing of what it takes', async (method, address) => {
  const url = address
    .replace(':project_id', projectId)
    .replace(':task_id', task.id)
    .replace(':milestone_id', milestoneId)
  const call = { method, url, body: { nonsense: true } }
  expect((await send(elsewhere, call)).statusCode).toBe(403)
  expect((await send(stranger, call)).statusCode).toBe(404)
})
