import type { Server } from 'node:http'
import type { Redis } from 'ioredis'
import { WebSocketServer } from 'ws'
import { floorStream } from './write-routes.ts'

/** Passes every entry of the stream on to every socket, until the connection to Redis is closed. */
export async function tellSockets(server: Server, redis: Redis): Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/ws' })
  let last = '$'
  for (;;) {
    const streams = await redis.xread('COUNT', 100, 'BLOCK', 0, 'STREAMS', floorStream, last)
    for (const [id, fields] of streams?.[0]?.[1] ?? []) {
      last = id
      for (const socket of sockets.clients) socket.send(fields[1] ?? '')
    }
  }
}
