import type { AnalysisView, LatestInsight, RiskList } from '@milepost/api-contracts/insights'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { keepInsight } from './kept-insight.ts'

/** The portfolio, or one project by its id. */
export type InsightScope = { projectId: string } | 'portfolio'

export const insightKey = (scope: InsightScope) =>
  scope === 'portfolio' ? ['insight', 'portfolio'] : ['insight', scope.projectId]
export const risksKey = (projectId: string) => ['risks', projectId]

const latestPath = (scope: InsightScope) =>
  scope === 'portfolio'
    ? '/insights/portfolio/latest'
    : `/insights/projects/${scope.projectId}/summary`

/** A newer one is announced by an event; should that be missed, asking now and then finds it. */
const askAgainMs = 5000

export const useLatestInsight = (scope: InsightScope) =>
  useQuery({
    queryKey: insightKey(scope),
    queryFn: async ({ signal }) => {
      const path = latestPath(scope)
      const latest = await request<LatestInsight>({ method: 'GET', path, signal })
      keepInsight(scope, latest)
      return latest
    },
    refetchInterval: ({ state }) => (state.data?.pending ? askAgainMs : false),
    retry: 1,
  })

export const useRisks = (projectId: string) =>
  useQuery({
    queryKey: risksKey(projectId),
    queryFn: ({ signal }) =>
      request<RiskList>({
        method: 'GET',
        path: `/insights/projects/${projectId}/risks`,
        signal,
      }),
  })

/** Asks for a new one. It comes when it is written; until then the present one says that one is on its way. */
export function useRenewInsight(scope: InsightScope) {
  const client = useQueryClient()
  const key = insightKey(scope)
  return useMutation({
    mutationFn: () =>
      request<AnalysisView>({
        method: 'POST',
        path: scope === 'portfolio' ? '/insights/portfolio/analyze' : '/insights/analyze',
        body: scope === 'portfolio' ? {} : { project_id: scope.projectId },
        idempotencyKey: randomKey(),
      }),
    onSuccess: () =>
      client.setQueryData<LatestInsight>(key, (latest) => latest && { ...latest, pending: true }),
    onError: (error) => somethingFailed(`The summary was not renewed. ${explain(error)}`),
  })
}
