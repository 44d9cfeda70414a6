import type pg from 'pg'
import type { Ask } from '#measure/send.ts'

/** Changes one row after the other of the floor's board, in no particular order. */
export async function floorMoverOn(
  owner: pg.Pool,
  projectId: string,
  path: 'tasks' | 'told-tasks',
) {
  const { rows } = await owner.query<{ id: string }>(
    'select id from floor.tasks where project_id = $1',
    [projectId],
  )
  return (turn: number, client = 0): Ask & { path: string } => {
    const { id } = rows[(turn * 7919 + client * 13) % rows.length] ?? { id: '' }
    const place = { status: 'todo', rank: `a${String(turn).padStart(6, '0')}` }
    return { method: 'PATCH', path: `/${path}/${id}`, body: place }
  }
}
