import type { ClientMessage, ServerMessage } from '@milepost/api-contracts/live'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createLiveConnection,
  type LiveConnection,
  reconnectDelayMs,
  type SocketEvents,
} from './live-connection.ts'

const first = '01935b7e-42d1-7000-8000-000000000001'
const second = '01935b7e-42d1-7000-8000-000000000002'

/** The far end of every socket that was opened, oldest first. */
let ends: (SocketEvents & { token: string; sent: ClientMessage[] })[]
let states: string[]
let events: string[]
let resyncs: number
let tokens: (boolean | 'outage' | null)[]
let connection: LiveConnection

beforeEach(() => {
  vi.useFakeTimers()
  ends = []
  states = []
  events = []
  resyncs = 0
  tokens = []
})
afterEach(() => {
  connection.close()
  vi.useRealTimers()
})

let answerToken: () => Promise<string | null>

async function start() {
  answerToken = async () => `token-${tokens.length}`
  connection = createLiveConnection({
    open(token, handlers) {
      const sent: ClientMessage[] = []
      ends.push({ ...handlers, token, sent })
      return { send: (text) => sent.push(JSON.parse(text)), close: () => undefined }
    },
    token(refused) {
      tokens.push(refused)
      return answerToken()
    },
    onState: (state) => states.push(state),
    onEvent: (channel, event) => events.push(`${channel} ${event.event_type}`),
    onResync: () => {
      resyncs += 1
    },
    random: () => 0,
  })
  connection.subscribe('portfolio')
  await vi.advanceTimersByTimeAsync(0)
}

const last = () => {
  const end = ends.at(-1)
  if (!end) throw new Error('No socket was opened.')
  return end
}
const say = (message: ServerMessage) => last().onMessage(JSON.stringify(message))
const news = (seq: number) =>
  say({
    type: 'event',
    seq,
    channel: 'portfolio',
    event: { event_id: first, event_type: 'task.moved', timestamp: '2026-11-20T09:12:00Z' },
  })
const lose = (code = 1006) => last().onClose(code)
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('it is live once the server is ready and what was wished is subscribed', async () => {
  await start()
  expect(states).toEqual([])
  say({ type: 'ready', connection_id: first })
  expect(last().sent).toEqual([{ type: 'subscribe', channel: 'portfolio' }])
  expect(states).toEqual(['live'])
})

test('after a loss it says so, comes back and goes on where it was', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  news(1)
  news(2)
  lose()
  expect(states.at(-1)).toBe('reconnecting')
  await wait(500)
  say({ type: 'ready', connection_id: second })
  expect(last().sent).toEqual([{ type: 'resume', connection_id: first, seq: 2 }])
  news(3)
  say({ type: 'resumed', seq: 3 })
  expect(last().sent.at(-1)).toEqual({ type: 'subscribe', channel: 'portfolio' })
  expect(events).toHaveLength(3)
  expect(resyncs).toBe(0)
  expect(states.at(-1)).toBe('live')
})

test('what the server no longer keeps is read again', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  lose()
  await wait(500)
  say({ type: 'ready', connection_id: second })
  say({ type: 'resync' })
  expect(resyncs).toBe(1)
  expect(last().sent.at(-1)).toEqual({ type: 'subscribe', channel: 'portfolio' })
  expect(states.at(-1)).toBe('live')
})

test('a gap in the count means something was missed', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  news(1)
  news(3)
  expect(resyncs).toBe(1)
})

test('waits double from half a second to ten and are spread by chance', () => {
  expect([1, 2, 3, 5, 6, 20].map((failures) => reconnectDelayMs(failures, 0))).toEqual([
    500, 1000, 2000, 8000, 10_000, 10_000,
  ])
  expect(reconnectDelayMs(6, 1)).toBe(5000)
})

test('half a minute without a connection is "offline", and it goes on trying', async () => {
  await start()
  lose()
  for (const delay of [500, 1000, 2000, 4000, 8000]) {
    await wait(delay)
    lose()
  }
  expect(states.at(-1)).toBe('offline')
  await wait(10_000)
  expect(ends).toHaveLength(7)
})

test('a refused token is renewed before the next try', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  lose(4401)
  await wait(500)
  expect(tokens).toEqual([false, true])
  expect(last().token).toBe('token-2')
})

test('a handshake refused twice without a word may be the token: the third try has a new one', async () => {
  await start()
  lose()
  await wait(500)
  lose()
  await wait(1000)
  expect(tokens).toEqual([false, false, true])
})

test('nobody signed in ends it, an outage of the sign-in does not', async () => {
  await start()
  answerToken = () => Promise.reject(new Error('unreachable'))
  lose()
  await wait(500)
  expect(states.at(-1)).toBe('reconnecting')
  answerToken = async () => null
  await wait(1000)
  expect(states.at(-1)).toBe('offline')
  await wait(60_000)
  expect(ends).toHaveLength(1)
})

test('a token about to end is replaced without a new connection', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  say({ type: 'auth_required' })
  await wait(0)
  expect(last().sent.at(-1)).toEqual({ type: 'auth', token: 'token-2' })
  expect(ends).toHaveLength(1)
})

test('a channel wished later is subscribed at once, one no longer wished is left', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  connection.subscribe(`project:${first}`)
  connection.unsubscribe('portfolio')
  expect(last().sent.slice(1)).toEqual([
    { type: 'subscribe', channel: `project:${first}` },
    { type: 'unsubscribe', channel: 'portfolio' },
  ])
})

test('a channel the server cannot open just now is asked for again, less and less often', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  const refuse = () => say({ type: 'refused', channel: 'portfolio', reason: 'unavailable' })
  refuse()
  expect(states.at(-1)).toBe('reconnecting')
  await wait(500)
  expect(last().sent).toHaveLength(2)
  refuse()
  await wait(500)
  expect(last().sent).toHaveLength(2)
  await wait(500)
  expect(last().sent.at(-1)).toEqual({ type: 'subscribe', channel: 'portfolio' })

  say({ type: 'subscribed', channel: 'portfolio' })
  expect(states.at(-1)).toBe('live')
  expect(resyncs).toBe(1)
  expect(ends).toHaveLength(1)
})

test('a channel that is no longer wished is not asked for again', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  say({ type: 'refused', channel: 'portfolio', reason: 'unavailable' })
  connection.unsubscribe('portfolio')
  await wait(60_000)
  expect(last().sent.at(-1)).toEqual({ type: 'unsubscribe', channel: 'portfolio' })
  expect(states.at(-1)).toBe('live')
})

test('a channel one may not see is not asked for again', async () => {
  await start()
  say({ type: 'ready', connection_id: first })
  say({ type: 'refused', channel: 'portfolio', reason: 'forbidden' })
  await wait(60_000)
  expect(last().sent).toHaveLength(1)
  expect(states.at(-1)).toBe('live')
})

test('a message the contract does not know is left alone', async () => {
  await start()
  last().onMessage('{"type":"gossip"}')
  last().onMessage(new ArrayBuffer(2))
  expect(states).toEqual([])
})
