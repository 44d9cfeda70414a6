import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query'
import type { LiveEvent } from '#shared/api/live-connection.ts'
import { fetchTimeline } from './timeline-api.ts'

const timelinesKey = (projectId: string) => ['projects', projectId, 'timeline']

/** The plan of a project, with the baseline that was chosen or the latest. */
export const useTimeline = (projectId: string, baselineId: string | undefined) =>
  useQuery({
    queryKey: [...timelinesKey(projectId), baselineId ?? 'latest'],
    queryFn: ({ signal }) => fetchTimeline(projectId, baselineId, signal),
    // Another baseline changes the thin bars below the bars, nothing else.
    placeholderData: keepPreviousData,
  })

/** Reads the plan again. Resolves when it is there. */
export const timelineOutdated = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: timelinesKey(projectId) })

/** What changes a bar, a diamond or what lies behind them. */
const planEvents = /^(task\.|dependency\.|baseline\.|schedule\.|project\.)/

export const concernsPlan = ({ event_type }: LiveEvent) =>
  planEvents.test(event_type) && event_type !== 'task.moved'
