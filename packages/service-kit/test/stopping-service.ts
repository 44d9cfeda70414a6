import { setTimeout as wait } from 'node:timers/promises'
import { createServer } from '#create-server.ts'
import { runService } from '#run-service.ts'

/** A process of its own for run-service.test.ts: what it does on a signal is what the test watches. */
await runService({
  async start() {
    const app = await createServer({
      service: 'stopping-service',
      logLevel: 'INFO',
      jwtSecret: 'a secret of at least 32 bytes, for tests',
      serviceSecret: 'another secret of 32 bytes, for services',
    })
    app.get('/slow', { config: { access: 'public' } }, async () => {
      await wait(500)
      return { answered: true }
    })
    const closed: string[] = []
    const part = (name: string) => async () => {
      closed.push(name)
    }
    return {
      app,
      host: '127.0.0.1',
      port: 0,
      close: [
        part('consumer'),
        async () => {
          throw new Error('this part does not close')
        },
        part('relay'),
        part('redis'),
        // In one line: at the very end of a process lines may overtake one another.
        async () => app.log.info({ closed }, 'the parts before the pool'),
      ],
    }
  },
})
