import type { PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '#shared/api/live-connection.ts'
import { withCompletion } from './overview.ts'
import { overviewKey } from './portfolio-query.ts'

/**
 * News of a project: its percentage changes where it stands at once. Counts, bars and milestones
 * follow with the next reading, which the caller asks for.
 */
export function portfolioNewsArrived(client: QueryClient, event: LiveEvent): void {
  // Every change to a task says this of its project.
  const { project_id, project_completion_percentage: completion } = event
  if (typeof project_id !== 'string') return
  if (typeof completion !== 'number' && completion !== null) return
  client.setQueryData<PortfolioOverview>(
    overviewKey,
    (known) => known && withCompletion(known, project_id, completion),
  )
}
