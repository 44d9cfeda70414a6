import { accessTokenLifeSeconds } from '@milepost/service-kit/authentication'
import { followStreams } from '@milepost/service-kit/follow-streams'
import type { Log } from '@milepost/service-kit/logger-options'
import type { StaleTokens } from '@milepost/service-kit/stale-tokens'
import type { StreamEntry } from '@milepost/shared-events/redis/entry'
import { streamOf } from '@milepost/shared-events/redis/streams'
import type { Redis } from 'ioredis'
import type { Connections } from './connections.ts'
import type { Hub } from './hub.ts'
import { type LiveEvent, liveEventSchema } from './live-event.ts'
import type { ProjectTeams } from './project-teams.ts'
import { recentIds } from './recent-ids.ts'

/** An older one is no news: the streams are being filled again after Redis lost them. */
const newsMsMax = 300_000
const gapPauseMs = 500

interface FollowDeps {
  redis: Redis
  hub: Hub
  teams: ProjectTeams
  staleTokens: StaleTokens
  connections: Connections
  log: Log
}

/** Takes in every event of every service: what it says about tokens and teams first, then who hears of it. */
export function followEvents(deps: FollowDeps): { close: () => Promise<void> } {
  const { redis, hub, teams, staleTokens, connections, log } = deps
  const recent = recentIds(20_000)
  let gapTimer: NodeJS.Timeout | undefined

  /** Waits for the gap to be over: one `resync`, however many events are in it. */
  function gap(): void {
    clearTimeout(gapTimer)
    gapTimer = setTimeout(hub.resyncAll, gapPauseMs)
  }

  function take({ event: text }: StreamEntry): void {
    const event = text === undefined ? undefined : parseEvent(text)
    if (text === undefined || !event || !recent.add(event.event_id)) return
    heedAccess(event)
    teams.learnFrom(event)
    if (Date.now() - Date.parse(event.timestamp) > newsMsMax) gap()
    else hub.deliver(event, text)
    if (event.event_type === 'project.deleted' && event.project_id) teams.forget(event.project_id)
  }

  function heedAccess({ event_type, user_id, not_before, timestamp }: LiveEvent): void {
    if (user_id === undefined) return
    if (event_type === 'user.access_changed' && not_before !== undefined) {
      staleTokens.refuseBefore(user_id, new Date(not_before))
    } else if (event_type === 'user.deactivated') {
      staleTokens.refuseBefore(user_id, new Date(timestamp))
    } else return
    connections.accessChanged(user_id)
  }

  const follower = followStreams({
    ...{ redis, log },
    streams: {
      // Changes of access from before we listened count for as long as tokens from before them live.
      [streamOf('auth')]: new Date(Date.now() - accessTokenLifeSeconds * 1000),
      [streamOf('project')]: 'now',
      [streamOf('insights')]: 'now',
      [streamOf('timesheet')]: 'now',
    },
    onEntry: take,
    onGap: gap,
  })
  return {
    async close() {
      clearTimeout(gapTimer)
      await follower.close()
    },
  }
}

function parseEvent(text: string): LiveEvent | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Translates: its consumers put it aside as a dead letter; here nobody is told of it.
    return undefined
  }
  return liveEventSchema.safeParse(json).data
}
