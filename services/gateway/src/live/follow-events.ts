import { accessTokenLifeSeconds } from '@milepost/service-kit/authentication'
import { type RawEntry, type StreamEntry, toEntries } from '@milepost/shared-events/redis/entry'
import { streamOf } from '@milepost/shared-events/redis/streams'
import type { Redis } from 'ioredis'
import type { StaleTokens } from '#access/stale-tokens.ts'
import type { Connections } from './connections.ts'
import type { Hub } from './hub.ts'
import { type LiveEvent, liveEventSchema } from './live-event.ts'
import type { ProjectTeams } from './project-teams.ts'
import { readStreams } from './read-streams.ts'
import { recentIds } from './recent-ids.ts'

const authStream = streamOf('auth')
const streams = ['auth', 'project', 'insights', 'timesheet'].map(streamOf)

/** An older one is no news: the streams are being filled again after Redis lost them. */
const newsMsMax = 300_000
const gapPauseMs = 500

interface FollowDeps {
  redis: Redis
  hub: Hub
  teams: ProjectTeams
  staleTokens: StaleTokens
  connections: Connections
  onError: (error: unknown) => void
}

/** Takes in every event of every service: what it says about tokens and teams first, then who hears of it. */
export function followEvents(deps: FollowDeps): { close: () => Promise<void> } {
  const { redis, hub, teams, staleTokens, connections, onError } = deps
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

  /** What changed before we listened, for as long as tokens from before it may live. */
  async function catchUpOnAccess(reader: Redis): Promise<void> {
    const since = Date.now() - (accessTokenLifeSeconds + 60) * 1000
    const raw = (await reader.xrange(authStream, since, '+')) as RawEntry[]
    for (const { event: text } of toEntries(authStream, raw)) {
      const event = text === undefined ? undefined : parseEvent(text)
      if (event) heedAccess(event)
    }
  }

  const reader = readStreams({
    redis,
    streams,
    onStart: catchUpOnAccess,
    onEntry: take,
    onGap: gap,
    onError,
  })
  return {
    async close() {
      clearTimeout(gapTimer)
      await reader.close()
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
