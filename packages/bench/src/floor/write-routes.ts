import type { FastifyInstance } from 'fastify'
import type { Redis } from 'ioredis'
import type pg from 'pg'
import { statements } from './statements.ts'

export const floorStream = 'bench:floor'

interface Place {
  status: string
  rank: string
}

/** One row changed or added, with its activity and its outbox row; and the same told to a stream. */
export function writeRoutes(
  app: FastifyInstance,
  { pool, redis }: { pool: pg.Pool; redis: Redis },
): void {
  async function move(id: string, { status, rank }: Place) {
    const { rows } = await pool.query<{ version: number }>({
      ...statements.move,
      values: [id, status, rank],
    })
    return { id, version: rows[0]?.version }
  }

  app.patch<{ Params: { id: string }; Body: Place }>('/tasks/:id', ({ params, body }) =>
    move(params.id, body),
  )

  app.patch<{ Params: { id: string }; Body: Place }>(
    '/told-tasks/:id',
    async ({ params, body }) => {
      const moved = await move(params.id, body)
      await redis.xadd(floorStream, 'MAXLEN', '~', 10_000, '*', 'event', JSON.stringify(moved))
      return moved
    },
  )

  app.post<{ Body: { project_id: string; title: string; rank: string } }>(
    '/tasks',
    async ({ body: { project_id, title, rank } }) => {
      const { rows } = await pool.query({
        ...statements.create,
        values: [project_id, title, rank],
      })
      return rows[0]
    },
  )
}
