import type { ProjectFile } from '@milepost/api-contracts/project-file'
import type { Db } from '@milepost/db-schemas/database'
import { completionPercentage } from '#tasks/progress.ts'
import {
  type BaselineItemRow,
  findExportedProject,
  listExportedBaselines,
  listExportedLinks,
  listExportedMilestones,
  listExportedTasks,
} from './queries.ts'

interface Reader {
  projectId: string
  /** Whether what people are to work, in minutes, is part of it. */
  withHours: boolean
}

/** A project's plan as a file. The ids are the project's own. */
export async function readProjectFile(
  db: Db,
  { projectId, withHours }: Reader,
): Promise<ProjectFile> {
  // One moment: what one statement names, the next one has.
  return db.transaction(
    async (tx) => {
      const tasks = await listExportedTasks(tx, projectId)
      const baselines = await listExportedBaselines(tx, projectId)
      return {
        format: 'milepost-project',
        format_version: 1,
        project: await findExportedProject(tx, projectId),
        milestones: await listExportedMilestones(tx, projectId),
        tasks: tasks.map(({ estimate_minutes, remaining_minutes, ...task }) => ({
          ...task,
          completion_percentage: completionPercentage(task),
          ...(withHours && { estimate_minutes, remaining_minutes }),
        })),
        links: await listExportedLinks(tx, projectId),
        baselines: baselines.map((baseline) => ({
          ...baseline,
          items: baseline.items.map((item) => presentItem(item, withHours)),
        })),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const presentItem = ({ estimate_minutes, ...item }: BaselineItemRow, withHours: boolean) => ({
  ...item,
  ...(withHours && { estimate_minutes }),
})
