import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { addDays, dayOf, lastWeeks } from '#calendar-day.ts'
import { findProject, type ProjectRow } from '#projects/queries.ts'
import {
  countFinishedByWeek,
  findBaseline,
  findMedianEstimate,
  listMilestones,
  listSnapshots,
} from './queries.ts'
import { readTasks } from './read-tasks.ts'

/**
 * Everything facts are computed from, all of it of one moment, as JSON; undefined without such a project.
 */
export async function readEvidence(
  db: Db,
  { projectId, now }: { projectId: string; now: Date },
): Promise<string | undefined> {
  return db.transaction(
    async (tx) => {
      const project = await findProject(tx, projectId)
      if (!project) return undefined
      const today = dayOf(now)
      const evidence: Omit<ProjectEvidence, 'tasks'> = {
        as_of: now.toISOString(),
        project: presentProject(project, await findMedianEstimate(tx, projectId)),
        baseline: presentBaseline(await findBaseline(tx, projectId)),
        milestones: await listMilestones(tx, projectId),
        weekly_done: await readWeeklyDone(tx, projectId, today),
        snapshots: await listSnapshots(tx, projectId, addDays(today, -89)),
      }
      const [{ tasks } = { tasks: null }] = await readTasks(tx, projectId)
      return `${JSON.stringify(evidence).slice(0, -1)},"tasks":[${tasks ?? ''}]}`
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function readWeeklyDone(tx: Tx, projectId: string, today: string) {
  const weeks = lastWeeks(today, 12)
  const counts = await countFinishedByWeek(tx, projectId, weeks[0] ?? today)
  return weeks.map((week_start) => ({ week_start, count: counts.get(week_start) ?? 0 }))
}

const presentProject = (
  project: ProjectRow,
  median_estimate: number | null,
): ProjectEvidence['project'] => ({
  id: project.id,
  key: project.key,
  name: project.name,
  status: project.status,
  team: project.team,
  manager: project.manager,
  start_date: project.start_date,
  finish_date: project.finish_date,
  declared_health: project.declared_health,
  health_declared_at: project.health_declared_at,
  completion_percentage: project.completion_percentage,
  median_estimate,
})

function presentBaseline(
  baseline: Awaited<ReturnType<typeof findBaseline>>,
): ProjectEvidence['baseline'] {
  if (!baseline) return null
  const { created_at, ...dates } = baseline
  return { ...dates, taken_at: created_at.toISOString() }
}
