import type { PortfolioOverview, PortfolioProject } from '@milepost/api-contracts/portfolio'
import { healthRank } from '#shared/ui/health.ts'

export const orders = {
  worst: 'Worst first',
  name: 'By name',
  finish: 'Latest finish first',
  progress: 'Least complete first',
} as const
export type Order = keyof typeof orders

export const parseOrder = (text: string | null): Order =>
  text !== null && Object.hasOwn(orders, text) ? (text as Order) : 'worst'

export const activeProjects = ({ projects }: PortfolioOverview) =>
  projects.filter(({ status }) => status === 'active')

/** The server's order is "worst first"; the others are made of what it sent. */
export function inOrder(projects: readonly PortfolioProject[], order: Order): PortfolioProject[] {
  const sorted = [...projects]
  if (order === 'name') sorted.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  if (order === 'finish') sorted.sort((a, b) => latest(b).localeCompare(latest(a)))
  if (order === 'progress') sorted.sort((a, b) => progress(a) - progress(b))
  if (order === 'worst') sorted.sort((a, b) => healthRank[a.health] - healthRank[b.health])
  return sorted
}

/** The day by which it is likely done; without a forecast the planned one. */
const latest = ({ forecast, finish_date }: PortfolioProject) =>
  ('p85' in forecast ? forecast.p85 : finish_date) ?? ''
const progress = ({ completion_percentage }: PortfolioProject) => completion_percentage ?? 101

/** The overview with a project's new percentage in place; the same object when it does not know the project. */
export function withCompletion(
  overview: PortfolioOverview,
  projectId: string,
  completion: number | null,
): PortfolioOverview {
  const known = overview.projects.find(({ id }) => id === projectId)
  if (!known || known.completion_percentage === completion) return overview
  return {
    ...overview,
    projects: overview.projects.map((project) =>
      project.id === projectId ? { ...project, completion_percentage: completion } : project,
    ),
  }
}

/** What a full bar of "done per week" stands for, so that rows compare. */
export const busiestWeek = (projects: readonly PortfolioProject[]) =>
  Math.max(0, ...projects.flatMap(({ weekly_done }) => weekly_done))
