import type { Lab } from '#lab.ts'
import { columnMovers } from '#moving/column-movers.ts'
import { floorMoverOn } from '#moving/floor-mover.ts'
import { signIn, unpacks } from '#sign-in.ts'
import { load } from './load.ts'

export const exerciseSeconds = 5

/**
 * Reads and moves for a while, by several clients: what a process needs then is what it needs at work, and
 * code that has run often is compiled. The bare server gets the same.
 */
export async function exercise(lab: Lab): Promise<void> {
  const { gatewayUrl, owner, people, boards, floor } = lab
  const headers = { ...(await signIn(gatewayUrl, people.manager)), ...unpacks }
  const projectId = boards[1]?.projectId ?? ''
  const movers = await columnMovers(owner, { count: 8, projectId, headers })
  const many = { clients: 8, seconds: exerciseSeconds }
  const boardAt = (turn: number) => boards[turn % boards.length]?.projectId
  const pathAt = (turn: number) =>
    turn % 2 === 0 ? '/api/v1/projects' : `/api/v1/projects/${boardAt(turn)}/kanban`
  await Promise.all([
    load({ ...many, base: gatewayUrl, next: (turn) => ({ path: pathAt(turn), headers }) }),
    load({ ...many, base: gatewayUrl, ...movers }),
  ])
  const next = await floorMoverOn(owner, projectId, 'tasks')
  await Promise.all([
    load({ ...many, base: floor.url, next: (turn) => ({ path: `/boards/${boardAt(turn)}` }) }),
    load({ ...many, base: floor.url, next }),
  ])
}
