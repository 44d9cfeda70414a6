import { streamOf } from '@milepost/shared-events/redis/streams'
import { userAccessChanged } from '@milepost/shared-events/user-events'
import type { FastifyInstance } from 'fastify'
import type { Redis } from 'ioredis'
import { accessTokenLifeSeconds } from './authentication.ts'
import { type Follower, followStreams } from './follow-streams.ts'

/**
 * Has the app refuse the tokens of everybody whose roles, teams or active state changed since those
 * were made. Every process watches for itself, and starts with what a living token may have missed.
 */
export function watchAccessChanges(app: FastifyInstance, redis: Redis): Follower {
  return followStreams({
    redis,
    streams: { [streamOf('auth')]: new Date(Date.now() - accessTokenLifeSeconds * 1000) },
    log: app.log,
    onEntry({ event, id }) {
      if (event === undefined || !event.includes(userAccessChanged.type)) return
      const changed = userAccessChanged.schema.safeParse(parseJson(event))
      if (changed.success) {
        app.refuseTokensBefore(changed.data.user_id, new Date(changed.data.not_before))
      } else {
        app.log.error(
          { stream_id: id, err: changed.error },
          'a change of access was not understood',
        )
      }
    },
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Translates: text that is not JSON is no event.
    return undefined
  }
}
