import Fastify from 'fastify'
import { Redis } from 'ioredis'
import pg from 'pg'
import { boardRoutes } from './board-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { tellSockets } from './tell-sockets.ts'
import { writeRoutes } from './write-routes.ts'

// The bare server: Fastify and pg, nothing of the product. Tells its parent where it listens.
const { DATABASE_URL, REDIS_URL = '' } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 })
const redis = new Redis(REDIS_URL)
const app = Fastify({ logger: false })

app.get('/hello', async () => ({ hello: 'world' }))
boardRoutes(app, pool)
writeRoutes(app, { pool, redis })
pageRoutes(app)
const url = await app.listen({ host: '127.0.0.1', port: 0 })

process.on('SIGTERM', () => process.exit(0))
// Whoever started us may be killed without telling.
process.on('disconnect', () => process.exit(0))
process.send?.({ url })
await tellSockets(app.server, redis.duplicate())
