import type { liveProtocol } from '@milepost/api-contracts/live'
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { freshAccessToken } from './access-token.ts'
import {
  createLiveConnection,
  type LiveConnection,
  type LiveEvent,
  type LiveState,
  type Socket,
  type SocketEvents,
} from './live-connection.ts'
import { refreshSession } from './refresh-session.ts'
import { currentSession } from './session-store.ts'

interface Listener {
  onEvent: (event: LiveEvent) => void
  onResync: () => void
}

/** `at` is when the last event came in, for a page that says how old it is. */
const useLiveStore = create<{ state: LiveState; at: string | null }>()(() => ({
  state: 'reconnecting',
  at: null,
}))
export const useLiveState = () => useLiveStore()

/** By the contract's type, not its value: the contract's file would bring its whole library. */
const protocolName: typeof liveProtocol = 'milepost.v1'

const listeners = new Map<string, Set<Listener>>()
let connection: LiveConnection | null = null

/** Opens the live channel for the person who is signed in. Answers how to close it. */
export function startLive(): () => void {
  const opened = createLiveConnection({
    open: openSocket,
    token: renewedToken,
    onState: (state) => useLiveStore.setState({ state }),
    onEvent: eventArrived,
    onResync: eventsMissed,
  })
  connection = opened
  for (const channel of listeners.keys()) opened.subscribe(channel)
  const retry = () => opened.retry()
  window.addEventListener('online', retry)
  return () => {
    window.removeEventListener('online', retry)
    opened.close()
    connection = null
    useLiveStore.setState({ state: 'reconnecting', at: null })
  }
}

export function eventArrived(channel: string, event: LiveEvent): void {
  useLiveStore.setState({ at: event.timestamp })
  for (const listener of listeners.get(channel) ?? []) listener.onEvent(event)
}

function eventsMissed(): void {
  for (const channel of listeners.values()) for (const listener of channel) listener.onResync()
}

/**
 * News of one channel while the component is shown. `onResync` is called when news was missed:
 * read again what is shown.
 */
export function useLiveChannel(channel: string | null, listener: Listener): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    if (channel === null) return
    return listen(channel, {
      onEvent: (event) => latest.current.onEvent(event),
      onResync: () => latest.current.onResync(),
    })
  }, [channel])
}

function listen(channel: string, listener: Listener): () => void {
  const others = listeners.get(channel)
  if (others) others.add(listener)
  else {
    listeners.set(channel, new Set([listener]))
    connection?.subscribe(channel)
  }
  return () => {
    const left = listeners.get(channel)
    left?.delete(listener)
    if (left?.size !== 0) return
    listeners.delete(channel)
    connection?.unsubscribe(channel)
  }
}

/** A browser can set no header here, so the token is a second protocol name. Never in the address. */
function openSocket(token: string, { onMessage, onClose }: SocketEvents): Socket {
  const { protocol, host } = window.location
  const scheme = protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(`${scheme}//${host}/ws`, [protocolName, `bearer.${token}`])
  socket.onmessage = ({ data }) => onMessage(data)
  socket.onclose = ({ code }) => onClose(code)
  return { send: (text) => socket.send(text), close: () => socket.close() }
}

async function renewedToken(refused: boolean): Promise<string | null> {
  if (!refused) return freshAccessToken()
  return (await refreshSession()) ? (currentSession()?.accessToken ?? null) : null
}
