import { movedTaskSchema } from '@milepost/api-contracts/tasks'
import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load, longWarmUp } from '#measure/load.ts'
import { floorMoverOn } from '#moving/floor-mover.ts'
import { moverOn } from '#moving/mover.ts'
import type { Row, Table } from '#report/table.ts'
import type { SeededBoard } from '#seed/boards.ts'
import { signIn } from '#sign-in.ts'

const about = `\`PATCH /api/v1/tasks/{id}/move\` with one client, who drags cards from anywhere to anywhere between
the cards that are there. The floor changes one row by its key, with an activity row and an outbox row, in one
statement behind a bare Fastify route.`

/** A card moved by one client, on boards of three sizes. */
export async function measureMove(lab: Lab): Promise<Table> {
  const rows: Row[] = []
  for (const board of lab.boards) rows.push(await measureOne(lab, board))
  return { title: 'Moving a card', about, rows }
}

async function measureOne(lab: Lab, { projectId, taskCount }: SeededBoard): Promise<Row> {
  const { gatewayUrl, owner, people, floor, turns } = lab
  const { seconds } = lab.options
  const headers = await signIn(gatewayUrl, people.manager)
  const floorMove = await floorMoverOn(owner, projectId, 'tasks')
  const one = { ...longWarmUp, clients: 1, seconds }
  const found = await interleave(turns, {
    floor: () => load({ ...one, base: floor.url, next: floorMove }),
    ours: async () => {
      const mover = await moverOn(gatewayUrl, { projectId, headers, seed: taskCount })
      let move = mover.next()
      return load({
        ...{ ...one, base: gatewayUrl },
        next: () => {
          move = mover.next()
          return move.ask
        },
        answered: ({ bytes }) =>
          move.answered(movedTaskSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))),
      })
    },
  })
  const what = `on a board of ${taskCount.toLocaleString('en')}`
  return { what, unit: 'ms', show: ['p50', 'p99'], ...found, aim: { p50: 4 } }
}
