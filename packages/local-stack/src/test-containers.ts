import type { StartedTestContainer } from 'testcontainers'
import { dockerAnswers } from './docker-answers.ts'

interface Container {
  url: string
  stop: () => Promise<void>
}

/** As the compose file runs it, but for a durability that a test has no use for. Undefined without Docker. */
export function startPostgresContainer(): Promise<Container | undefined> {
  return start('PostgreSQL', async ({ GenericContainer, Wait }) => {
    const password = crypto.randomUUID()
    const options = ['max_connections=200', 'fsync=off', 'synchronous_commit=off']
    const container = await new GenericContainer('postgres:16-alpine')
      .withEnvironment({ POSTGRES_USER: 'milepost', POSTGRES_PASSWORD: password })
      .withCommand(['postgres', ...options.flatMap((option) => ['-c', option])])
      .withExposedPorts(5432)
      // Over TCP: while the image creates the cluster it answers on its socket only.
      .withHealthCheck({
        test: ['CMD', 'pg_isready', '-h', '127.0.0.1', '-U', 'milepost'],
        interval: 250,
        retries: 200,
      })
      .withWaitStrategy(Wait.forHealthCheck())
      .start()
    const address = `${container.getHost()}:${container.getMappedPort(5432)}`
    return { url: `postgresql://milepost:${password}@${address}/milepost`, ...stopping(container) }
  })
}

/** Undefined without Docker. */
export function startRedisContainer(): Promise<Container | undefined> {
  return start('Redis', async ({ GenericContainer, Wait }) => {
    const container = await new GenericContainer('redis:7-alpine')
      .withCommand(['redis-server', '--save', '', '--databases', '512'])
      .withExposedPorts(6379)
      .withWaitStrategy(Wait.forLogMessage('Ready to accept connections'))
      .start()
    const address = `${container.getHost()}:${container.getMappedPort(6379)}`
    return { url: `redis://${address}`, ...stopping(container) }
  })
}

type Library = typeof import('testcontainers')

async function start(
  what: string,
  run: (library: Library) => Promise<Container>,
): Promise<Container | undefined> {
  if (!(await dockerAnswers())) return undefined
  try {
    // Half a second to load, which is spared where it is of no use.
    return await run(await import('testcontainers'))
  } catch (error) {
    console.warn(`Docker answers but cannot run ${what}, so the tests start their own: ${error}`)
    return undefined
  }
}

const stopping = (container: StartedTestContainer) => ({
  stop: async () => void (await container.stop()),
})
