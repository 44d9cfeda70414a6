import type { Log } from '@milepost/service-kit/logger-options'
import type { StaleTokens } from '@milepost/service-kit/stale-tokens'
import type { Redis } from 'ioredis'
import type { GatewayMetrics } from '#answers/metrics.ts'
import type { Service } from '#proxy/service.ts'
import { askProjects } from './ask-projects.ts'
import { createConnections } from './connections.ts'
import { followEvents } from './follow-events.ts'
import { createHub } from './hub.ts'
import { projectTeams } from './project-teams.ts'
import { subscriptions as createSubscriptions } from './subscribe.ts'

interface LiveDeps {
  redis: Redis
  project: Service
  staleTokens: StaleTokens
  metrics: GatewayMetrics
  log: Log
}

/** The parts of the live channel, put together. */
export function openLive({ redis, project, staleTokens, metrics, log }: LiveDeps) {
  const teams = projectTeams()
  const { teamOf } = teams
  const hub = createHub({ teamOf, metrics })
  const connections = createConnections(
    (open) => metrics.sockets.set(open),
    () => hub.forgetAbsent(),
  )
  const subscriptions = createSubscriptions({
    hub,
    teamOf,
    askProjects: askProjects(project, teams),
    onError: (error) => log.warn({ err: error }, 'a subscription could not be decided'),
  })
  const events = followEvents({
    redis,
    hub,
    teams,
    staleTokens,
    connections,
    log,
  })
  return { hub, connections, subscriptions, close: events.close }
}
