import type { Connection } from './connection.ts'

const pingMs = 20_000

/** Every open socket, counted per person and per address, and looked after once a second. */
export function createConnections(onCount: (open: number) => void, everySecond: () => void) {
  const open = new Map<Connection, string>()
  const perUser = new Map<string, number>()
  const perAddress = new Map<string, number>()
  let pingedAt = performance.now()

  const timer = setInterval(() => {
    const now = performance.now()
    const pings = now - pingedAt >= pingMs
    if (pings) pingedAt = now
    for (const connection of open.keys()) {
      connection.checkToken(Date.now() / 1000)
      if (pings) connection.ping()
    }
    everySecond()
  }, 1_000)

  return {
    countOf: (userId: string, address: string) => ({
      ofUser: perUser.get(userId) ?? 0,
      ofAddress: perAddress.get(address) ?? 0,
    }),
    add(connection: Connection, address: string): void {
      open.set(connection, address)
      change(perUser, connection.userId, 1)
      change(perAddress, address, 1)
      onCount(open.size)
    },
    remove(connection: Connection): void {
      const address = open.get(connection)
      if (address === undefined) return
      open.delete(connection)
      change(perUser, connection.userId, -1)
      change(perAddress, address, -1)
      onCount(open.size)
    },
    accessChanged(userId: string): void {
      for (const connection of open.keys()) {
        if (connection.userId === userId) connection.accessChanged()
      }
    },
    /** Says goodbye; who does not answer is cut off a second later. */
    closeAll(code: number, reason: string): void {
      clearInterval(timer)
      for (const connection of open.keys()) connection.close(code, reason)
    },
  }
}
export type Connections = ReturnType<typeof createConnections>

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
