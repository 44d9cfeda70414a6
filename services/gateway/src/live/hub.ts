import { v7 as uuidv7 } from 'uuid'
import type { GatewayMetrics } from '#answers/metrics.ts'
import { deliveriesOf } from './channels.ts'
import type { LiveEvent } from './live-event.ts'
import type { TeamOf } from './policy.ts'
import type { Outgoing } from './resume-buffer.ts'
import { createSession, type Session, type Token, type Wire } from './session.ts'

/** As long as a resume buffer keeps anything. */
const absentMsMax = 300_000
const absentMax = 2_000
const idsMax = 3

interface HubOptions {
  teamOf: TeamOf
  metrics: Pick<GatewayMetrics, 'sockets' | 'liveEvents'>
}

/** Every session of this process, by id and by the channels it follows. */
export function createHub({ teamOf, metrics }: HubOptions) {
  const sessions = new Set<Session>()
  const byId = new Map<string, Session>()
  const followers = new Map<string, Set<Session>>()

  function open(token: Token, wire: Wire): { id: string; session: Session } {
    const id = uuidv7()
    const session: Session = createSession({
      id,
      token,
      wire,
      teamOf,
      sessionCount: () => sessions.size,
      onLeave: (channel) => stopFollowing(channel, session),
      onSent: () => metrics.liveEvents.inc(),
    })
    sessions.add(session)
    byId.set(id, session)
    return { id, session }
  }

  function stopFollowing(channel: string, session: Session): void {
    const set = followers.get(channel)
    set?.delete(session)
    if (set?.size === 0) followers.delete(channel)
  }

  function forget(session: Session): void {
    for (const channel of session.channels()) session.leave(channel)
    for (const id of session.ids) byId.delete(id)
    sessions.delete(session)
  }

  return {
    open,
    forget,
    find: (id: string): Session | undefined => byId.get(id),
    sessions: (): Iterable<Session> => sessions,

    follow(channel: string, session: Session): void {
      session.begin(channel)
      const set = followers.get(channel)
      if (set) set.add(session)
      else followers.set(channel, new Set([session]))
    },

    /** The session goes on under another connection's id, and can still be found under its own. */
    rename(session: Session, id: string): void {
      session.ids.push(id)
      byId.set(id, session)
      if (session.ids.length > idsMax) byId.delete(session.ids.shift() ?? '')
    },

    /** Passes an event on to everybody who follows one of its channels; written out once per channel. */
    deliver(event: LiveEvent, text: string): void {
      for (const delivery of deliveriesOf(event)) {
        const set = followers.get(delivery.channel)
        if (!set) continue
        const tail = `"channel":"${delivery.channel}","event":${text}}`
        const outgoing: Outgoing = { ...delivery, tail }
        for (const session of [...set]) session.offer(outgoing)
      }
    },

    /** Events were missed: everybody reads again. Who is away learns it on coming back. */
    resyncAll(): void {
      for (const session of [...sessions]) {
        if (session.wire()) session.resync()
        else forget(session)
      }
    },

    /** Forgets those who will not come back in time, the longest absent first. */
    forgetAbsent(now = performance.now()): void {
      const absent = [...sessions].filter((session) => session.detachedAt() !== null)
      absent.sort((one, other) => (one.detachedAt() ?? 0) - (other.detachedAt() ?? 0))
      for (const [index, session] of absent.entries()) {
        const tooMany = absent.length - index > absentMax
        if (tooMany || now - (session.detachedAt() ?? now) > absentMsMax) forget(session)
      }
    },
  }
}
export type Hub = ReturnType<typeof createHub>
