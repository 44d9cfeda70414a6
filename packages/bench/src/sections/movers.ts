import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load } from '#measure/load.ts'
import { auditMoves, tracesOf } from '#moving/audit.ts'
import { columnMovers } from '#moving/column-movers.ts'
import { floorMoverOn } from '#moving/floor-mover.ts'
import type { Table } from '#report/table.ts'
import { signIn } from '#sign-in.ts'

const clients = 16

const about = (
  moves: number,
) => `${clients} clients at once drag cards within the same column of the board of 2,000, each
to beside any card. Afterwards every one of the ${moves.toLocaleString('en')} moves was looked up: each card there once and
at the version its mover was told, ranks unique, one event and one activity per move, no deadlock, and no answer
but 200. The floor changes the same number of rows without a board's lock.`

/** Many movers in one column, and whether anything was lost. */
export async function measureMovers(lab: Lab): Promise<Table> {
  const { gatewayUrl, owner, people, boards, floor, turns } = lab
  const { seconds } = lab.options
  const projectId = boards[1]?.projectId ?? ''
  const headers = await signIn(gatewayUrl, people.manager)
  const floorMove = await floorMoverOn(owner, projectId, 'tasks')
  let moves = 0

  const found = await interleave(turns, {
    floor: () => load({ base: floor.url, clients, seconds, next: floorMove }),
    ours: async () => {
      const movers = await columnMovers(owner, { count: clients, projectId, headers })
      const before = await tracesOf(owner, projectId)
      const stats = await load({ base: gatewayUrl, clients, seconds, ...movers })
      const after = await tracesOf(owner, projectId)
      moves += await auditMoves(owner, projectId, { before, after, versions: movers.versions })
      return stats
    },
  })
  return {
    title: 'Sixteen movers in one column',
    about: about(moves),
    rows: [
      {
        ...{ what: 'moves', unit: '/s', show: ['per_second'], moreIsBetter: true, ...found },
        aim: { per_second: 800 },
      },
      { what: 'each of them', unit: 'ms', show: ['p50', 'p99'], ...found },
    ],
  }
}
