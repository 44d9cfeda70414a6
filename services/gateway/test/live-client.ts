import { once } from 'node:events'
import { liveProtocol, type ServerMessage } from '@milepost/api-contracts/live'
import type { Role } from '@milepost/api-contracts/roles'
import { streamOf } from '@milepost/shared-events/redis/streams'
import type { Redis } from 'ioredis'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type TestGateway, until } from '#test/harness.ts'

interface Person {
  id?: string
  roles?: Role[]
  team_ids?: string[]
}

/** Somebody with an open socket, and all that it has said. */
export async function openLive(gateway: TestGateway, person: Person = {}, token?: string) {
  const address = `${gateway.url.replace('http', 'ws')}/ws`
  const socket = new WebSocket(address, [
    liveProtocol,
    `bearer.${token ?? gateway.tokenOf(person)}`,
  ])
  const messages: ServerMessage[] = []
  let closeCode = 0
  socket.on('message', (text) => messages.push(JSON.parse(String(text))))
  socket.on('close', (code) => {
    closeCode = code
  })
  await once(socket, 'open')
  onTestFinished(() => socket.terminate())
  await until(() => messages.length > 0)
  const [ready] = messages

  const events = () => messages.flatMap((message) => (message.type === 'event' ? [message] : []))
  return {
    socket,
    messages,
    connectionId: ready?.type === 'ready' ? ready.connection_id : '',
    events,
    eventTypes: () => events().map(({ event }) => event.event_type),
    has: (type: ServerMessage['type']) => messages.some((message) => message.type === type),
    closeCode: () => closeCode,
    say: (message: object) => socket.send(JSON.stringify(message)),
    /** Resolves with the answer: subscribed or refused. */
    async subscribe(channel: string): Promise<ServerMessage> {
      const before = messages.length
      socket.send(JSON.stringify({ type: 'subscribe', channel }))
      const isAnswer = (message: ServerMessage) =>
        (message.type === 'subscribed' || message.type === 'refused') && message.channel === channel
      await until(() => messages.slice(before).some(isAnswer))
      const answer = messages.slice(before).find(isAnswer)
      if (!answer) throw new Error('no answer')
      return answer
    },
  }
}
export type LiveClient = Awaited<ReturnType<typeof openLive>>

/** Puts an event on its publisher's stream, as the relay of that service does. */
export async function publish(
  redis: Redis,
  publisher: 'auth' | 'project' | 'insights' | 'timesheet',
  event: { event_type: string; [field: string]: unknown },
  at = new Date(),
): Promise<string> {
  const event_id = uuidv7()
  const whole = {
    event_id,
    timestamp: at.toISOString(),
    schema_version: 1,
    correlation_id: 'a-test-of-the-gateway',
    actor_user_id: null,
    ...event,
  }
  await redis.xadd(streamOf(publisher), '*', 'event', JSON.stringify(whole))
  return event_id
}
