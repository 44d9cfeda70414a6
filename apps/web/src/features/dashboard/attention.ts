import type { Attention, Insight } from '@milepost/api-contracts/insights'
import type { PortfolioOverview, PortfolioProject } from '@milepost/api-contracts/portfolio'

/**
 * What needs a decision, worst first: as the insight says it, or, when there is none, from the rules
 * that the overview carries.
 */
export const attentionOf = (overview: PortfolioOverview, insight: Insight | null): Attention[] =>
  insight?.attention ??
  overview.projects.filter(isOutside).map((project) => ({
    severity: project.computed_health === 'red' ? 'red' : 'amber',
    project_id: project.id,
    team_id: null,
    subject: project.name,
    parts: [{ text: firedOf(project).map(phraseOf).join('; ') }],
    hint: project.manager && `Ask ${project.manager.display_name}`,
  }))

type Verdict = PortfolioProject['rules'][number]

const firedOf = ({ rules }: PortfolioProject) => rules.filter(({ fired }) => fired)
const isOutside = (project: PortfolioProject) =>
  project.status === 'active' && firedOf(project).length > 0

/** Goes on from the name of the project. A rule that fired always has a value. */
function phraseOf({ rule, value, limit }: Verdict): string {
  const said = value ?? ''
  if (rule === 'schedule_slippage') return `slips ${said}, ${limit}`
  if (rule === 'team_utilization') return `has its team at ${said} utilization, ${limit}`
  if (rule === 'blocked_tasks') return `has ${said} tasks blocked`
  return `finishes fewer tasks than before, ${said}`
}
