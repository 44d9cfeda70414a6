import type { PortfolioTimeline } from '@milepost/api-contracts/portfolio-timeline'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLiveChannel } from '#shared/api/live.ts'
import { request } from '#shared/api/request.ts'

const queryKey = ['portfolio', 'timeline']

/** All projects that the reader sees, read again when one of them changes. */
export function usePortfolioTimeline() {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey })
  useLiveChannel('portfolio', {
    onEvent: ({ event_type }) => {
      if (event_type.startsWith('project.')) readAgain()
    },
    onResync: readAgain,
  })
  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      request<PortfolioTimeline>({ method: 'GET', path: '/portfolio/timeline', signal }),
  })
}
