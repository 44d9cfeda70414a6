import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'

interface Sockets {
  url: string
  protocols?: string[]
  count: number
  /** Said by each once it is open, and part of the answer it then waits for. */
  greeting?: { say: string; hear: string }
}

const waitMsMax = 5_000

/** Open sockets that all wait for the same news. */
export async function openSockets({ url, protocols = [], count, greeting }: Sockets) {
  const origin = new URL(url).origin.replace('ws', 'http')
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = new WebSocket(url, protocols, { origin })
      await once(socket, 'open')
      return socket
    }),
  )

  const hears = (socket: WebSocket, text: string) =>
    new Promise<number>((resolve) => {
      const listen = (message: WebSocket.RawData) => {
        if (!String(message).includes(text)) return
        socket.off('message', listen)
        resolve(performance.now())
      }
      socket.on('message', listen)
    })

  /** When each of them has got a message with this text; throws when one does not within five seconds. */
  async function allHear(text: string): Promise<number[]> {
    const heard = Promise.all(sockets.map((socket) => hears(socket, text)))
    const cancel = new AbortController()
    const late = wait(waitMsMax, undefined, { signal: cancel.signal }).then(() => {
      throw new Error(`A socket has not heard ${text} after ${waitMsMax / 1000} s.`)
    })
    late.catch(() => {})
    const times = await Promise.race([heard, late])
    cancel.abort()
    return times
  }

  if (greeting) {
    const heard = allHear(greeting.hear)
    for (const socket of sockets) socket.send(greeting.say)
    await heard
  }
  return {
    allHear,
    close: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}
