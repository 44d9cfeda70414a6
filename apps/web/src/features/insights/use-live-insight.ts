import { useQueryClient } from '@tanstack/react-query'
import { useLiveChannel } from '#shared/api/live.ts'
import { type InsightScope, insightKey, risksKey } from './insight-query.ts'

/** A new summary, and what the rules found with it, takes the place of what is shown. */
export function useLiveInsight(scope: InsightScope): void {
  const client = useQueryClient()
  function readAgain() {
    void client.invalidateQueries({ queryKey: insightKey(scope) })
    if (scope !== 'portfolio') {
      void client.invalidateQueries({ queryKey: risksKey(scope.projectId) })
    }
  }
  useLiveChannel(scope === 'portfolio' ? 'portfolio' : `project:${scope.projectId}`, {
    onEvent: ({ event_type }) => {
      if (event_type === 'insight.generated') readAgain()
    },
    onResync: readAgain,
  })
}
