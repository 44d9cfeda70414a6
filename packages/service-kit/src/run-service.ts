import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'

interface Service {
  app: Pick<FastifyInstance, 'addresses' | 'close' | 'listen' | 'log'>
  host: string
  port: number
  /** What to close once the last request is answered, in order: consumer, relay, Redis, pool. */
  close: readonly (() => Promise<unknown>)[]
}

/** Longer than a request may take; what hangs beyond it is cut off. */
const closeMsMax = 15_000

/**
 * Starts a process and stops it in order on SIGTERM or SIGINT: no new requests, then the last answers,
 * then everything those needed. `start` builds the service and has it not listening yet.
 */
export async function runService({ start }: { start: () => Promise<Service> }): Promise<void> {
  const { app, host, port, close } = await start()
  closeWithGrace({ delay: closeMsMax, logger: false }, async ({ signal, err }) => {
    if (err) app.log.error({ err }, 'closing after an error nobody caught')
    else app.log.info({ signal }, 'closing')
    await app.close()
    for (const part of close) await closePart(app, part)
    app.log.info({}, 'closed')
  })
  await app.listen({ host, port, listenTextResolver: () => 'listening' })
  app.log.info({ host, port: portOf(app) }, 'ready')
}

/** As the system chose it, when port 0 left it the choice. */
function portOf(app: Service['app']): number | undefined {
  const [address] = app.addresses()
  return typeof address === 'object' ? address.port : undefined
}

/** A part that cannot close must not keep the others open. */
async function closePart(app: Service['app'], part: () => Promise<unknown>): Promise<void> {
  try {
    await part()
  } catch (error) {
    app.log.error({ err: error }, 'a part did not close')
  }
}
