import type { PortfolioMilestone, PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { Db } from '@milepost/db-schemas/database'
import { dayOf, lastWeeks } from '#calendar-day.ts'
import { milestoneRisk } from '#milestones/risk.ts'
import { presentChanges } from './changes.ts'
import { countPortfolio } from './counts.ts'
import { presentPortfolioProject, worstFirst } from './present-project.ts'
import {
  type OverviewMilestone,
  type OverviewProject,
  readHealthChanges,
  readMilestones,
  readProjects,
} from './queries.ts'

/** The portfolio of these teams, null for all, without what the reader may do there. */
export async function readOverview(
  db: Db,
  { teamIds, now }: { teamIds: readonly string[] | null; now: Date },
): Promise<Omit<PortfolioOverview, 'can'>> {
  const today = dayOf(now)
  const [firstWeek = today] = lastWeeks(today, 12)
  const [rows, milestones, healthChanges] = await Promise.all([
    readProjects(db, teamIds, today, firstWeek),
    readMilestones(db, teamIds, today),
    readHealthChanges(db, teamIds, today),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    as_of: now.toISOString(),
    counts: countPortfolio(rows, milestones, today),
    projects: rows.map((row) => presentPortfolioProject(row, now)).sort(worstFirst),
    milestones: milestones.flatMap((milestone) => {
      const project = byId.get(milestone.project_id)
      return project ? [presentMilestone(milestone, project, today)] : []
    }),
    changes: presentChanges({ rows, milestones, healthChanges }, today),
  }
}

function presentMilestone(
  milestone: OverviewMilestone,
  { id, key, name }: OverviewProject,
  today: string,
): PortfolioMilestone {
  return {
    id: milestone.id,
    project: { id, key, name },
    name: milestone.name,
    status: milestone.status,
    due_date: milestone.due_date,
    original_due_date: milestone.original_due_date,
    achieved_on: milestone.achieved_on,
    ...milestoneRisk(milestone, today),
  }
}
