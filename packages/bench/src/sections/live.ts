import { liveProtocol } from '@milepost/api-contracts/live'
import { Pool } from 'undici'
import type { Lab } from '#lab.ts'
import { openSockets } from '#live/sockets.ts'
import { interleave } from '#measure/interleave.ts'
import { type Ask, send } from '#measure/send.ts'
import { type Stats, spread } from '#measure/stats.ts'
import { columnMovers } from '#moving/column-movers.ts'
import { floorMoverOn } from '#moving/floor-mover.ts'
import type { Table } from '#report/table.ts'
import { signIn } from '#sign-in.ts'

const count = 100
const movesPerRun = 100
const warmUpMoves = 15

const about = `A card is moved on the board of 2,000 while ${count} sockets follow it; the clock runs from sending the move until
the first, and until the last, of them has the event. One move after the other, ${movesPerRun} per run. The floor changes a row,
adds an entry to a Redis stream, reads it there and sends it to ${count} sockets, all in one process.`

/** How long news takes to reach everybody who looks at a board. */
export async function measureLive(lab: Lab): Promise<Table> {
  const { gatewayUrl, owner, people, boards, floor, turns } = lab
  const projectId = boards[1]?.projectId ?? ''
  const found = await interleave(turns, {
    floor: async () => {
      const next = await floorMoverOn(owner, projectId, 'told-tasks')
      const sockets = await openSockets({ url: wsOf(floor.url), count })
      return follow({ sockets, base: floor.url, next })
    },
    ours: async () => {
      const headers = await signIn(gatewayUrl, people.manager)
      const movers = await columnMovers(owner, { count: 1, projectId, headers })
      const channel = `project:${projectId}`
      const sockets = await openSockets({
        ...{ url: wsOf(gatewayUrl), count },
        protocols: [liveProtocol, `bearer.${headers.authorization.replace('Bearer ', '')}`],
        greeting: {
          say: JSON.stringify({ type: 'subscribe', channel }),
          hear: '"subscribed"',
        },
      })
      return follow({ sockets, base: gatewayUrl, ...movers, next: (turn) => movers.next(turn, 0) })
    },
  })
  const timed = { unit: 'ms', show: ['p50', 'p99'] } as const
  return {
    title: 'News on a hundred sockets',
    about,
    rows: [
      {
        what: 'the first has it',
        ...timed,
        floor: firstOf(found.floor),
        ours: firstOf(found.ours),
      },
      { what: 'the last has it', ...timed, ...found, aim: { p50: 12, p99: 40 } },
    ],
  }
}

const wsOf = (url: string) => `${url.replace('http', 'ws')}/ws`

interface Following {
  sockets: Awaited<ReturnType<typeof openSockets>>
  base: string
  next: (turn: number) => Ask
  answered?: Awaited<ReturnType<typeof columnMovers>>['answered']
}

async function follow({ sockets, base, next, answered }: Following): Promise<Stats> {
  const pool = new Pool(base, { connections: 1 })
  const [first, last]: [number[], number[]] = [[], []]
  try {
    for (let turn = 0; turn < warmUpMoves + movesPerRun; turn += 1) {
      const ask = next(turn)
      const heard = sockets.allHear(ask.path.split('/').find((part) => part.length === 36) ?? '')
      const begun = performance.now()
      const answer = await send(pool, ask)
      answered?.(answer, turn, 0)
      const arrivals = (await heard).map((arrival) => arrival - begun)
      if (turn < warmUpMoves) continue
      first.push(Math.min(...arrivals))
      last.push(Math.max(...arrivals))
    }
  } finally {
    sockets.close()
    await pool.close()
  }
  const { p50 = 0, p99 = 0 } = spread(first)
  return { ...spread(last), first_p50: p50, first_p99: p99 }
}

const firstOf = ({ first_p50 = Number.NaN, first_p99 = Number.NaN }: Stats): Stats => ({
  p50: first_p50,
  p99: first_p99,
})
