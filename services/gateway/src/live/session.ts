import type { ServerMessage } from '@milepost/api-contracts/live'
import type { VerifiedToken } from '@milepost/service-kit/verified-tokens'
import { canReceive, canSeeProjectOf, type TeamOf } from './policy.ts'
import { type Outgoing, resumeBuffer } from './resume-buffer.ts'

export interface Token {
  text: string
  verified: VerifiedToken
}

/** The open socket, as far as a session needs it. */
export interface Wire {
  send: (text: string) => void
  close: (code: number, reason: string) => void
}

interface SessionOptions {
  id: string
  token: Token
  wire: Wire
  teamOf: TeamOf
  /** How many sessions share the memory for resuming. */
  sessionCount: () => number
  /** The session no longer takes part in this channel. */
  onLeave: (channel: string) => void
  onSent: () => void
}

/** Events wait here while a subscription is being decided, or the token is in doubt. */
const heldMax = 1_000

/**
 * What one reader follows, and what they have been sent. It outlives its socket for as long as the
 * reader may come back. Whether they may have an event is decided when the event comes, each time.
 */
export function createSession(options: SessionOptions) {
  const { teamOf, sessionCount, onLeave, onSent } = options
  const buffer = resumeBuffer()
  /** By channel; a list while it is not yet decided whether the reader may follow it. */
  const subscriptions = new Map<string, Outgoing[] | 'live'>()
  let { token } = options
  let wire: Wire | null = options.wire
  let detachedAt: number | null = null
  /** Events for the owner of a token from before their access changed. */
  let held: Outgoing[] | null = null
  let gap = false

  const actor = () => token.verified.actor
  const tell = (message: ServerMessage) => wire?.send(JSON.stringify(message))

  function hold(list: Outgoing[], outgoing: Outgoing): void {
    if (list.length < heldMax) list.push(outgoing)
    else gap = true
  }

  function pass(outgoing: Outgoing): void {
    if (held) {
      hold(held, outgoing)
      return
    }
    if (!canReceive(actor(), outgoing, teamOf)) {
      dropUnseen(outgoing.channel)
      return
    }
    const seq = buffer.add(outgoing, sessionCount())
    wire?.send(`{"type":"event","seq":${seq},${outgoing.tail}`)
    onSent()
  }

  /** Out of sight: the channel ends, with the words of one that was never there. */
  function dropUnseen(channel: string): void {
    const [kind, projectId = ''] = channel.split(':')
    if (kind !== 'project' || canSeeProjectOf(actor(), teamOf(projectId))) return
    refuse(channel, 'not_found')
  }

  function leave(channel: string): void {
    if (subscriptions.delete(channel)) onLeave(channel)
  }

  function refuse(channel: string, reason: Refusal): void {
    leave(channel)
    tell({ type: 'refused', channel, reason })
  }

  function resync(): void {
    gap = false
    buffer.reset()
    tell({ type: 'resync' })
  }

  return {
    ids: [options.id],
    tell,
    actor,
    token: () => token,
    wire: () => wire,
    detachedAt: () => detachedAt,
    isTrusted: () => held === null,
    isNew: () => buffer.seq() === 0 && subscriptions.size === 0,
    channels: () => [...subscriptions.keys()],
    state: (channel: string) => subscriptions.get(channel),

    begin: (channel: string) => void subscriptions.set(channel, []),
    /** The reader may follow the channel: from the event on that came after the question. */
    confirm(channel: string): void {
      const waiting = subscriptions.get(channel)
      if (waiting === undefined) return
      subscriptions.set(channel, 'live')
      tell({ type: 'subscribed', channel })
      if (waiting === 'live') return
      waiting.forEach(pass)
      if (gap) resync()
    },
    refuse,
    leave,

    offer(outgoing: Outgoing): void {
      const state = subscriptions.get(outgoing.channel)
      if (state === 'live') pass(outgoing)
      else if (state) hold(state, outgoing)
    },
    resync,

    /** Nothing more for this token: the rights it speaks for are gone. */
    distrust(): void {
      held ??= []
    },
    /** Go on with a newer token, and with what that one may see. */
    renew(next: Token): void {
      token = next
      const waiting = held ?? []
      held = null
      waiting.forEach(pass)
      if (gap) resync()
    },

    detach(): void {
      wire = null
      detachedAt = performance.now()
    },
    /** What a returning reader has missed after `seq`; undefined when that can no longer be said. */
    missed(seq: number, next: Token): { seq: number; outgoing: Outgoing }[] | undefined {
      if (held || gap) return undefined
      const events = buffer.since(seq)
      const mayAll = events?.every(({ outgoing }) => {
        return canReceive(next.verified.actor, outgoing, teamOf)
      })
      return mayAll ? events : undefined
    },
    attach(nextWire: Wire, next: Token): void {
      wire?.close(1000, 'continued on another connection')
      wire = nextWire
      token = next
      detachedAt = null
    },
  }
}
export type Session = ReturnType<typeof createSession>
export type Refusal = Extract<ServerMessage, { type: 'refused' }>['reason']
