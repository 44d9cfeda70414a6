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
    parts: [{ text: project.rules.find(({ fired }) => fired)?.explanation ?? '' }],
    hint: project.manager && `Ask ${project.manager.display_name}`,
  }))

const isOutside = ({ status, rules }: PortfolioProject) =>
  status === 'active' && rules.some(({ fired }) => fired)
