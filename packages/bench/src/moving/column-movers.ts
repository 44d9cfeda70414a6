import { movedTaskSchema } from '@milepost/api-contracts/tasks'
import type pg from 'pg'
import type { Answer, Ask } from '#measure/send.ts'
import { randomFrom } from '#seed/random.ts'

interface Movers {
  count: number
  projectId: string
  headers: Record<string, string>
}

/**
 * Several people in one column: each drags own cards only, to beside any card of anybody, so that they
 * are in each other's way as much as possible. `versions` is what the answers said.
 */
export async function columnMovers(owner: pg.Pool, { count, projectId, headers }: Movers) {
  const { rows } = await owner.query<{ id: string; version: number }>(
    `select id, version from projects.tasks
     where project_id = $1 and status = 'todo' and deleted_at is null order by rank`,
    [projectId],
  )
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const ids = rows.map(({ id }) => id)
  const random = randomFrom(count)
  const held = new Map<number, string>()

  return {
    versions,
    next(turn: number, mover: number): Ask {
      const own = ids.filter((_, index) => index % count === mover)
      const id = own[turn % own.length] ?? ''
      const place = Math.floor(random() * (ids.length - 1))
      const after = ids[place] === id ? ids[place + 1] : ids[place]
      const body = {
        status: 'todo',
        after_id: after ?? null,
        before_id: null,
        version: versions.get(id),
      }
      held.set(mover, id)
      return { method: 'PATCH', path: `/api/v1/tasks/${id}/move`, headers, body }
    },
    answered({ bytes }: Answer, _turn: number, mover: number): void {
      const { task } = movedTaskSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
      if (task.id !== held.get(mover)) throw new Error('A move was answered with another card.')
      versions.set(task.id, task.version)
    },
  }
}
