import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load } from '#measure/load.ts'
import { tagOf } from '#measure/tag-of.ts'
import type { Row, Table } from '#report/table.ts'
import { type SeededBoard, seedBoard, touchBoard } from '#seed/boards.ts'
import { signIn, unpacks } from '#sign-in.ts'

const clients = 16
const counted = { unit: '/s', show: ['per_second'], moreIsBetter: true } as const

const about = `Boards per second with ${clients} clients that each ask again as soon as they are answered.
**First**: each client reads a board of its own, of 2,000 tasks, which has changed before every request, so that
no two of them can share the work. **Ready** and **unchanged**: all of them read the same board.`

type Headers = Record<string, string>

/** Boards read by many clients at once. */
export async function measureThroughput(lab: Lab): Promise<Table> {
  const headers = { ...(await signIn(lab.gatewayUrl, lab.people.manager)), ...unpacks }
  const rows: Row[] = [await measureFirst(lab, headers)]
  for (const board of lab.boards) rows.push(...(await measureReady(lab, headers, board)))
  return { title: `Reading boards, ${clients} at once`, about, rows }
}

const pathOf = (projectId: string) => `/api/v1/projects/${projectId}/kanban`

async function measureFirst(lab: Lab, headers: Headers): Promise<Row> {
  const { gatewayUrl, owner, floor, boards, turns, options } = lab
  const own = await addBoards(lab)
  const many = { clients, seconds: options.seconds }
  const found = await interleave(turns, {
    floor: () =>
      load({ ...many, base: floor.url, next: () => ({ path: `/boards/${boards[1]?.projectId}` }) }),
    ours: () =>
      load({
        ...{ ...many, base: gatewayUrl },
        next: async (_turn, client) => {
          const projectId = own[client] ?? ''
          await touchBoard(owner, projectId)
          return { path: pathOf(projectId), headers }
        },
      }),
  })
  return { what: '2,000 tasks: first', ...counted, ...found, aim: { per_second: 80 } }
}

async function addBoards({ owner, people, log }: Lab): Promise<string[]> {
  log(`adding ${clients} boards of 2,000 tasks`)
  const added: string[] = []
  for (let client = 0; client < clients; client += 1) {
    const [key, name] = [`T${client}`, `Board of client ${client}`]
    const board = { key, name, taskCount: 2_000, seed: 50_000 + client }
    added.push((await seedBoard(owner, people, board)).projectId)
  }
  await owner.query('analyze projects.tasks')
  return added
}

async function measureReady(lab: Lab, headers: Headers, board: SeededBoard): Promise<Row[]> {
  const { gatewayUrl, floor, turns, options } = lab
  const { projectId, taskCount } = board
  const path = pathOf(projectId)
  const many = { clients, seconds: options.seconds }
  const ofFloor = (more = {}) =>
    load({
      ...many,
      base: floor.url,
      next: () => ({ path: `/ready-boards/${projectId}`, ...more }),
    })

  const { floorReady, ready, floorUnchanged, unchanged } = await interleave(turns, {
    floorReady: () => ofFloor(),
    ready: () => load({ ...many, base: gatewayUrl, next: () => ({ path, headers }) }),
    floorUnchanged: () => ofFloor({ headers: { 'if-none-match': '"1"' }, expect: 304 }),
    unchanged: async () => {
      const known = { ...headers, 'if-none-match': await tagOf(gatewayUrl, { path, headers }) }
      return load({
        ...many,
        base: gatewayUrl,
        next: () => ({ path, headers: known, expect: 304 }),
      })
    },
  })
  const of = `${taskCount.toLocaleString('en')} tasks`
  return [
    {
      ...{ what: `${of}: ready`, ...counted, floor: floorReady, ours: ready },
      ...(taskCount === 2_000 && { aim: { per_second: 1_200 } }),
    },
    { what: `${of}: unchanged`, ...counted, floor: floorUnchanged, ours: unchanged },
  ]
}
