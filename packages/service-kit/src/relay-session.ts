import pg from 'pg'
import type { Log } from './logger-options.ts'
import { outboxPublisher } from './outbox-publisher.ts'
import type { RelayOptions } from './relay.ts'
import { within } from './within.ts'

export interface RelaySession {
  /**
   * Publishes what waits if this session is, or can now become, the leader. Else it tells the leader,
   * wherever that runs, when something is known to wait.
   */
  turn: (signal: AbortSignal, wasPoked: boolean) => Promise<void>
  close: () => Promise<void>
}

/**
 * A relay's one connection. Lock, reads and marks share it on purpose: when it breaks, PostgreSQL frees
 * the lock and whoever held it can mark nothing more. `onWake`: somebody wrote events, or it broke.
 */
export async function openRelaySession(
  options: RelayOptions,
  onWake: () => void,
): Promise<RelaySession> {
  const { databaseUrl, schema, log } = options
  const channel = `${schema}_outbox`
  const client = await connect(databaseUrl, schema)
  let publisher: Awaited<ReturnType<typeof outboxPublisher>> | undefined
  let broken = false
  const onBroken = () => {
    broken = true
    onWake()
  }
  client.on('error', onBroken)
  client.on('end', onBroken)
  client.on('notification', onWake)

  return {
    async turn(signal, wasPoked) {
      if (broken) throw new Error('the relay lost its connection')
      if (!publisher && (await tryToLead(client, schema))) {
        await client.query(`listen ${client.escapeIdentifier(channel)}`)
        publisher = await outboxPublisher(client, options)
        log.debug({ schema }, 'leads the publishing of events')
      }
      if (publisher) await publisher.publish(signal)
      else if (wasPoked) await client.query('select pg_notify($1, $2)', [channel, ''])
    },
    async close() {
      client.off('end', onBroken)
      await end(client, log)
    },
  }
}

async function connect(databaseUrl: string, schema: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `${schema} relay`,
    // It only marks what was sent. A mark lost in a crash is an event sent twice, which counts once.
    options: '-c synchronous_commit=off',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  await client.connect()
  // A leader whose machine vanished holds its lock until PostgreSQL notices: here within 20 s.
  await client.query('set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5')
  await client.query('set tcp_keepalives_count = 3')
  return client
}

async function tryToLead(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('relay ' || $1, 0)) as locked",
    [schema],
  )
  return rows[0]?.locked === true
}

async function end(client: pg.Client, log: Log): Promise<void> {
  try {
    await within(2_000, client.end())
  } catch (error) {
    // Cleans up: a connection that is dead already needs no farewell.
    log.debug({ err: error }, 'the relay’s connection did not end')
  }
}
