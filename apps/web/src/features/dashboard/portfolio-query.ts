import { type PortfolioOverview, portfolioOverviewSchema } from '@milepost/api-contracts/portfolio'
import { utilizationReportSchema } from '@milepost/api-contracts/timesheets'
import { useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'

export const overviewKey = ['portfolio', 'overview']

export const useOverview = () =>
  useQuery<PortfolioOverview>({
    queryKey: overviewKey,
    queryFn: ({ signal }) =>
      request({
        method: 'GET',
        path: '/portfolio/overview',
        answer: portfolioOverviewSchema,
        signal,
      }),
  })

export const useUtilization = () =>
  useQuery({
    queryKey: ['utilization'],
    queryFn: ({ signal }) =>
      request({
        method: 'GET',
        path: '/timesheets/reports/utilization',
        answer: utilizationReportSchema,
        signal,
      }),
  })
