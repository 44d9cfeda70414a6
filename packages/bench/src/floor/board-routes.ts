import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { statements } from './statements.ts'

const compress = promisify(gzip)

interface Kept {
  version: number
  bytes: Buffer
}

/** A board from its rows each time, and one whose bytes are ready and only checked for their version. */
export function boardRoutes(app: FastifyInstance, pool: pg.Pool): void {
  const kept = new Map<string, Kept>()

  async function read(id: string): Promise<Buffer> {
    const { rows } = await pool.query({ ...statements.board, values: [id] })
    return compress(JSON.stringify(rows), { level: 1 })
  }

  app.get<{ Params: { id: string } }>('/boards/:id', async ({ params }, reply) => {
    const bytes = await read(params.id)
    return reply.type('application/json').header('content-encoding', 'gzip').send(bytes)
  })

  app.get<{ Params: { id: string } }>('/ready-boards/:id', async ({ params, headers }, reply) => {
    const { rows } = await pool.query<{ version: number }>({
      ...statements.version,
      values: [params.id],
    })
    const version = rows[0]?.version ?? 0
    const etag = `"${version}"`
    if (headers['if-none-match'] === etag) return reply.code(304).send()
    const known = kept.get(params.id)
    const bytes = known?.version === version ? known.bytes : await read(params.id)
    kept.set(params.id, { version, bytes })
    return reply
      .type('application/json')
      .header('etag', etag)
      .header('content-encoding', 'gzip')
      .send(bytes)
  })
}
