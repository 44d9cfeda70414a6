import {
  type ClientMessage,
  type ServerMessage,
  serverMessageSchema,
} from '@milepost/api-contracts/live'
import WebSocket from 'ws'
import { stack } from './stack.ts'

/** A socket as the app opens it, with everything it was told so far. */
export interface LiveClient {
  messages: ServerMessage[]
  tell: (message: ClientMessage) => void
  /** The first message, heard or still to come, that fits; throws after five seconds without one. */
  hear: <Type extends ServerMessage['type']>(
    type: Type,
    fits?: (message: Extract<ServerMessage, { type: Type }>) => boolean,
  ) => Promise<Extract<ServerMessage, { type: Type }>>
  close: () => void
}

const address = `${stack.GATEWAY_URL.replace('http', 'ws')}/ws`

/** The HTTP status of the upgrade: 101 when it was let through. */
export function tryUpgrade(token: string | null, origin = stack.GATEWAY_URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const protocols = ['milepost.v1', ...(token === null ? [] : [`bearer.${token}`])]
    const socket = new WebSocket(address, protocols, { origin, handshakeTimeout: 5000 })
    socket.once('upgrade', ({ statusCode }) => resolve(statusCode ?? 0))
    socket.once('open', () => socket.close())
    socket.once('unexpected-response', (_request, { statusCode }) => {
      resolve(statusCode ?? 0)
      socket.terminate()
    })
    socket.once('error', reject)
  })
}

export async function openLive(token: string): Promise<LiveClient> {
  const socket = new WebSocket(address, ['milepost.v1', `bearer.${token}`], {
    origin: stack.GATEWAY_URL,
  })
  const messages: ServerMessage[] = []
  const listeners = new Set<() => void>()
  socket.on('message', (text) => {
    messages.push(serverMessageSchema.parse(JSON.parse(String(text))))
    for (const listener of listeners) listener()
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })

  return {
    messages,
    tell: (message) => socket.send(JSON.stringify(message)),
    hear: (type, fits = () => true) =>
      new Promise((resolve, reject) => {
        function look() {
          for (const message of messages) {
            if (message.type !== type) continue
            const candidate = message as Extract<ServerMessage, { type: typeof type }>
            if (fits(candidate)) return finish(() => resolve(candidate))
          }
        }
        const timer = setTimeout(
          () => finish(() => reject(new Error(`no ${type} among ${JSON.stringify(messages)}`))),
          5000,
        )
        function finish(end: () => void) {
          clearTimeout(timer)
          listeners.delete(look)
          end()
        }
        listeners.add(look)
        look()
      }),
    close: () => socket.close(),
  }
}
