import type { FastifyPluginAsync } from 'fastify'
import type { Service } from '#proxy/service.ts'

interface HealthOptions {
  services: readonly Service[]
  checkRedis: () => Promise<unknown>
  isDraining: () => boolean
}

const rememberedMs = 1_000

/**
 * In public no more than one word: `healthy`, or `degraded` when a part is away and the rest works.
 * Ready while it takes requests, whatever is behind it: without it nobody would even see the app.
 */
export const health: FastifyPluginAsync<HealthOptions> = async (app, options) => {
  const { services, checkRedis, isDraining } = options
  const route = {
    config: { access: 'public', unlimited: true },
    exposeHeadRoute: true,
  } as const
  let asked: { at: number; whole: Promise<boolean> } | undefined

  function isWhole(): Promise<boolean> {
    const now = performance.now()
    if (!asked || now - asked.at > rememberedMs) asked = { at: now, whole: look() }
    return asked.whole
  }

  async function look(): Promise<boolean> {
    const parts = await Promise.all([
      checkRedis().then(
        () => true,
        () => false,
      ),
      ...services.map(async ({ upstreams }) => {
        const ready = await Promise.all(upstreams.map(({ probe }) => probe('/health/ready')))
        return ready.some(Boolean)
      }),
    ])
    return parts.every(Boolean)
  }

  app.get('/health', route, async () => ({ status: (await isWhole()) ? 'healthy' : 'degraded' }))
  app.get('/health/live', route, async () => ({ status: 'healthy' }))
  app.get('/health/ready', route, async (_, reply) => {
    reply.code(isDraining() ? 503 : 200)
    return { status: isDraining() ? 'unhealthy' : 'healthy' }
  })
}
