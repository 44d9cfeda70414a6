import type { PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'

export const overviewKey = ['portfolio', 'overview']

export const useOverview = () =>
  useQuery({
    queryKey: overviewKey,
    queryFn: ({ signal }) =>
      request<PortfolioOverview>({
        method: 'GET',
        path: '/portfolio/overview',
        signal,
      }),
  })

export const useUtilization = () =>
  useQuery({
    queryKey: ['utilization'],
    queryFn: ({ signal }) =>
      request<UtilizationReport>({
        method: 'GET',
        path: '/timesheets/reports/utilization',
        signal,
      }),
  })
