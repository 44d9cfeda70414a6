import {
  type ClientMessage,
  clientMessageSchema,
  liveCloseCodes,
} from '@milepost/api-contracts/live'
import type { StaleTokens } from '@milepost/service-kit/stale-tokens'
import type { VerifiedToken } from '@milepost/service-kit/verified-tokens'
import type { RawData, WebSocket } from 'ws'
import type { Hub } from './hub.ts'
import type { Session, Token } from './session.ts'
import type { Subscriptions } from './subscribe.ts'

/** What a slow reader may leave unread, in bytes. */
const bufferedMax = 1_048_576
const closeMsMax = 1_000

/** Per ten seconds; a reader who returns sends one message for each thing on their screen. */
const messagesMax = 150
const messagesWindowMs = 10_000

const policyViolation = 1008

interface ConnectionDeps {
  hub: Hub
  subscriptions: Subscriptions
  staleTokens: StaleTokens
  verifyAccessToken: (token: string) => VerifiedToken | undefined
}

/** One open socket: what it says, and what it is asked. */
export function createConnection(
  socket: WebSocket,
  token: Token,
  { hub, subscriptions, staleTokens, verifyAccessToken }: ConnectionDeps,
) {
  const wire = {
    send(text: string): void {
      if (socket.readyState !== socket.OPEN) return
      socket.send(text)
      if (socket.bufferedAmount > bufferedMax) close(liveCloseCodes.tooSlow, 'too slow')
    },
    close,
  }
  const opened = hub.open(token, wire)
  let session: Session = opened.session
  let answersPing = true
  /** When it must have shown a newer token. */
  let renewBy: number | null = null
  let messages = { since: performance.now(), count: 0 }

  function close(code: number, reason: string): void {
    socket.close(code, reason)
    // A reader who is far behind would not see our goodbye for a long time.
    setTimeout(() => socket.terminate(), closeMsMax).unref()
  }

  function receive(data: RawData, isBinary: boolean): void {
    const now = performance.now()
    if (now - messages.since > messagesWindowMs) messages = { since: now, count: 0 }
    messages.count++
    if (messages.count > messagesMax) {
      close(liveCloseCodes.tooManyMessages, 'too many messages')
      return
    }
    const message = isBinary ? undefined : parseMessage(data.toString())
    if (message) obey(message)
    else close(policyViolation, 'not a message of this protocol')
  }

  function obey(message: ClientMessage): void {
    if (message.type === 'auth') renew(message.token)
    else if (message.type === 'subscribe') subscriptions.subscribe(session, message.channel)
    else if (message.type === 'unsubscribe') session.leave(message.channel)
    else resume(message.connection_id, message.seq)
  }

  function renew(text: string): void {
    const verified = verifyAccessToken(text)
    const same = verified?.actor.id === session.actor().id
    if (!verified || !same || staleTokens.isStale(verified)) {
      close(liveCloseCodes.unauthenticated, 'not a token of this person')
      return
    }
    renewBy = null
    session.renew({ text, verified })
    subscriptions.review(session)
  }

  function resume(id: string, seq: number): void {
    const earlier = hub.find(id)
    const isOurs = earlier !== session && earlier?.actor().id === session.actor().id
    const missed = isOurs && session.isNew() ? earlier.missed(seq, session.token()) : undefined
    if (!earlier || !missed) {
      if (earlier && isOurs) hub.forget(earlier)
      session.resync()
      return
    }
    const current = session.token()
    hub.forget(session)
    session = earlier
    session.attach(wire, current)
    hub.rename(session, opened.id)
    session.tell({ type: 'resumed', seq })
    for (const event of missed) {
      wire.send(`{"type":"event","seq":${event.seq},${event.outgoing.tail}`)
    }
    subscriptions.review(session)
  }

  function requireToken(withinMs: number): void {
    if (renewBy !== null) return
    renewBy = performance.now() + withinMs
    session.tell({ type: 'auth_required' })
  }

  socket.on('message', receive)
  socket.on('pong', () => {
    answersPing = true
  })
  socket.on('close', () => {
    // Unless another connection has taken it over.
    if (session.wire() !== wire) return
    if (session.isNew()) hub.forget(session)
    else session.detach()
  })
  session.tell({ type: 'ready', connection_id: opened.id })

  return {
    userId: token.verified.actor.id,
    close,
    terminate: () => socket.terminate(),
    /** Their access changed: nothing more until they show a token that knows of it. */
    accessChanged(): void {
      if (!staleTokens.isStale(session.token().verified)) return
      session.distrust()
      requireToken(10_000)
    },
    ping(): void {
      if (answersPing) socket.ping()
      else socket.terminate()
      answersPing = false
    },
    /** Once a second. */
    checkToken(nowSeconds: number): void {
      const { expiresAt } = session.token().verified
      const overdue = renewBy !== null && performance.now() > renewBy
      const leftSeconds = expiresAt - nowSeconds
      if (overdue || leftSeconds <= 0) close(liveCloseCodes.unauthenticated, 'the token is over')
      else if (leftSeconds <= 20) requireToken(leftSeconds * 1000)
    },
  }
}
export type Connection = ReturnType<typeof createConnection>

function parseMessage(text: string): ClientMessage | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Translates: what is no JSON is no message.
    return undefined
  }
  return clientMessageSchema.safeParse(json).data
}
