import fp from 'fastify-plugin'

const lookEveryMs = 50

/**
 * While closing, ends each kept-alive connection as soon as its last answer is out. Fastify does so
 * once, when closing begins, and then waits for the others until their callers leave by themselves.
 */
export const letGoOfIdleConnections = fp(
  async (app) => {
    let looking: NodeJS.Timeout | undefined
    app.addHook('preClose', async () => {
      looking = setInterval(() => app.server.closeIdleConnections(), lookEveryMs)
    })
    app.addHook('onClose', async () => clearInterval(looking))
  },
  { name: 'let-go-of-idle-connections' },
)
