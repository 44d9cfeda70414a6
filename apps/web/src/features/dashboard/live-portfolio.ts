import type { PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { LiveEvent } from '#shared/api/live-connection.ts'
import { withCompletion } from './overview.ts'
import { overviewKey } from './portfolio-query.ts'

/** What every change to a task says of its project. */
const progressSchema = z.object({
  project_id: z.uuid(),
  project_completion_percentage: z.number().nullable(),
})

/**
 * News of a project: its percentage changes where it stands at once. Counts, bars and milestones
 * follow with the next reading, which the caller asks for.
 */
export function portfolioNewsArrived(client: QueryClient, event: LiveEvent): void {
  const progress = progressSchema.safeParse(event)
  if (!progress.success) return
  const { project_id, project_completion_percentage } = progress.data
  client.setQueryData<PortfolioOverview>(
    overviewKey,
    (known) => known && withCompletion(known, project_id, project_completion_percentage),
  )
}
