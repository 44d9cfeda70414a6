import type { ClientMessage, liveCloseCodes, ServerMessage } from '@milepost/api-contracts/live'
import { createChannelRetries } from './channel-retries.ts'

export type LiveState = 'live' | 'reconnecting' | 'offline'
export type LiveEvent = Extract<ServerMessage, { type: 'event' }>['event']

/** An open socket, as far as it is needed here. */
export interface Socket {
  send: (text: string) => void
  close: () => void
}

/** What a socket tells: never before `open` has returned. */
export interface SocketEvents {
  onMessage: (data: unknown) => void
  onClose: (code: number) => void
}

interface LiveOptions {
  open: (token: string, events: SocketEvents) => Socket
  /** A token good for a while; null when nobody is signed in. Throws when the server cannot be asked. */
  token: (refused: boolean) => Promise<string | null>
  onState: (state: LiveState) => void
  onEvent: (channel: string, event: LiveEvent) => void
  /** Events were missed: what is shown must be read again. */
  onResync: () => void
  /** 0–1, spreads the return of many clients after an outage. */
  random?: () => number
}

export interface LiveConnection {
  subscribe: (channel: string) => void
  unsubscribe: (channel: string) => void
  /** Tries at once, for instance when the network came back. */
  retry: () => void
  close: () => void
}

/** The close code of a token that is no longer good: `liveCloseCodes` of the contract. */
const closedUnauthenticated: (typeof liveCloseCodes)['unauthenticated'] = 4401
const firstDelayMs = 500
const maxDelayMs = 10_000
/** So many failures in a row, half a minute or so, and the reader is told that nothing comes in. */
const offlineAfter = 6

/** Wait before try number `failures` + 1: doubles from 0.5 s to 10 s, and up to a half less by chance. */
export const reconnectDelayMs = (failures: number, random: number) =>
  Math.min(firstDelayMs * 2 ** (failures - 1), maxDelayMs) * (1 - random / 2)

/** So many failures and no news: what the reader is told. */
const stateAfter = (failures: number): LiveState =>
  failures === 0 ? 'live' : failures >= offlineAfter ? 'offline' : 'reconnecting'

/** Keeps one socket open for as long as it is wanted, and knows whether anything was missed. */
export function createLiveConnection(options: LiveOptions): LiveConnection {
  const { open, token, onState, onEvent, onResync, random = Math.random } = options
  const channels = new Set<string>()
  let socket: Socket | null = null
  let ready = false
  let refused = false
  let failures = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Of the connection whose events were seen last; what a new one can go on from. */
  let seen: { connection_id: string; seq: number } | null = null
  let connectionId = ''

  const retries = createChannelRetries({
    delayMs: (tries) => reconnectDelayMs(tries, random()),
    again: (channel) => tell({ type: 'subscribe', channel }),
  })

  const tell = (message: ClientMessage) => socket?.send(JSON.stringify(message))

  async function connect() {
    clearTimeout(timer)
    try {
      const current = await token(refused)
      if (closed || socket) return
      if (current === null) return onState('offline')
      refused = false
      attach(current)
    } catch {
      // The session could not be asked for: the same outage that closed the socket.
      retryLater()
    }
  }

  function attach(current: string) {
    const opened = open(current, {
      onMessage(data) {
        const message = parse(data)
        if (message && socket === opened) handle(message)
      },
      onClose(code) {
        if (socket !== opened) return
        // A handshake that is refused shows no code. The second in a row may be the token's fault.
        refused = code === closedUnauthenticated || (!ready && failures === 1)
        socket = null
        ready = false
        retries.forgetAll()
        if (!closed) retryLater()
      },
    })
    socket = opened
  }

  function retryLater() {
    failures += 1
    onState(stateAfter(failures))
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), reconnectDelayMs(failures, random()))
  }

  function goOn() {
    ready = true
    failures = 0
    for (const channel of channels) tell({ type: 'subscribe', channel })
    onState('live')
  }

  function handle(message: ServerMessage) {
    if (message.type === 'ready') {
      connectionId = message.connection_id
      if (seen) tell({ type: 'resume', ...seen })
      else {
        seen = { connection_id: connectionId, seq: 0 }
        goOn()
      }
    } else if (message.type === 'resumed') {
      seen = { connection_id: connectionId, seq: message.seq }
      goOn()
    } else if (message.type === 'resync') {
      seen = { connection_id: connectionId, seq: 0 }
      if (!ready) goOn()
      onResync()
    } else if (message.type === 'event') {
      const missed = seen !== null && ready && message.seq > seen.seq + 1
      seen = { connection_id: seen?.connection_id ?? connectionId, seq: message.seq }
      onEvent(message.channel, message.event)
      if (missed) onResync()
    } else if (message.type === 'refused' && message.reason === 'unavailable') {
      if (!channels.has(message.channel)) return
      retries.refused(message.channel)
      onState(stateAfter(retries.failures()))
    } else if (message.type === 'subscribed' && retries.forget(message.channel)) {
      onState(stateAfter(retries.failures()))
      // What came while nobody listened is not kept for us.
      onResync()
    } else if (message.type === 'auth_required') {
      void sendToken()
    }
  }

  /** Without an answer in time the server closes with 4401, and the usual return follows. */
  async function sendToken() {
    const current = await token(true).catch(() => null)
    if (current !== null) tell({ type: 'auth', token: current })
  }

  void connect()
  return {
    subscribe(channel) {
      channels.add(channel)
      if (ready) tell({ type: 'subscribe', channel })
    },
    unsubscribe(channel) {
      channels.delete(channel)
      if (retries.forget(channel)) onState(stateAfter(retries.failures()))
      if (ready) tell({ type: 'unsubscribe', channel })
    },
    retry() {
      if (!socket && !closed) void connect()
    },
    close() {
      closed = true
      retries.forgetAll()
      clearTimeout(timer)
      socket?.close()
      socket = null
    },
  }
}

function parse(data: unknown): ServerMessage | null {
  if (typeof data !== 'string') return null
  const message: Partial<ServerMessage> = JSON.parse(data)
  return isKnown(message.type) ? (message as ServerMessage) : null
}

const known: Record<ServerMessage['type'], true> = {
  ready: true,
  subscribed: true,
  refused: true,
  event: true,
  resumed: true,
  resync: true,
  auth_required: true,
}
const isKnown = (type: unknown) => typeof type === 'string' && Object.hasOwn(known, type)
