import { movedTaskSchema } from '@milepost/api-contracts/tasks'
import { Pool } from 'undici'
import { statements } from '#floor/statements.ts'
import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load } from '#measure/load.ts'
import { send } from '#measure/send.ts'
import { type Stats, spread } from '#measure/stats.ts'
import { tagOf } from '#measure/tag-of.ts'
import { moverOn } from '#moving/mover.ts'
import type { Row, Table } from '#report/table.ts'
import { type SeededBoard, touchBoard } from '#seed/boards.ts'
import { signIn, unpacks } from '#sign-in.ts'

const about = `\`GET /api/v1/projects/{id}/kanban\` with one client. **First**: the board's version has gone up
before each request, so nothing is ready and the rows are read, written as JSON and compressed.
**After one change**: a card is moved through the API before each request, which carries the tag of the board
before. **Ready**: the whole board again, unchanged, asked without a tag. **Unchanged**: asked with the tag,
answered 304. The floor is a bare Fastify route over the same rows, and one that keeps ready bytes; the rows
alone are what \`pg\` takes to fetch them. kB are what travels, gzip.`

/** A board read by one client. */
export async function measureBoard(lab: Lab): Promise<Table> {
  const rows: Row[] = []
  for (const board of lab.boards) rows.push(...(await measureOne(lab, board)))
  return { title: 'Reading a board', about, rows }
}

async function measureOne(lab: Lab, board: SeededBoard): Promise<Row[]> {
  const { gatewayUrl, owner, people, floor, turns } = lab
  const { seconds } = lab.options
  const { projectId, taskCount } = board
  const headers = { ...(await signIn(gatewayUrl, people.manager)), ...unpacks }
  const path = `/api/v1/projects/${projectId}/kanban`
  const one = { clients: 1, seconds }
  const ofFloor = (what: string, more = {}) =>
    load({ ...one, base: floor.url, next: () => ({ path: `/${what}/${projectId}`, ...more }) })

  const first = () =>
    load({
      ...one,
      base: gatewayUrl,
      next: async () => {
        await touchBoard(owner, projectId)
        return { path, headers }
      },
    })
  const ready = () => load({ ...one, base: gatewayUrl, next: () => ({ path, headers }) })
  const unchanged = async () => {
    const tag = await tagOf(gatewayUrl, { path, headers })
    const known = { ...headers, 'if-none-match': tag }
    const next = () => ({ path, headers: known, expect: 304 })
    return load({ ...one, base: gatewayUrl, next })
  }
  const changed = async () => {
    const mover = await moverOn(gatewayUrl, { projectId, headers, seed: taskCount })
    const pool = new Pool(gatewayUrl)
    let tag = await tagOf(gatewayUrl, { path, headers })
    const stats = await load({
      ...one,
      base: gatewayUrl,
      next: async () => {
        const move = mover.next()
        const { bytes } = await send(pool, move.ask)
        move.answered(movedTaskSchema.parse(JSON.parse(new TextDecoder().decode(bytes))))
        return { path, headers: { ...headers, 'if-none-match': tag } }
      },
      answered: (answer) => {
        tag = String(answer.headers.etag)
      },
    })
    await pool.close()
    return stats
  }
  const rowsAlone = async () => {
    const took: number[] = []
    const end = performance.now() + seconds * 500
    while (performance.now() < end) {
      const asked = performance.now()
      await owner.query({ ...statements.board, values: [projectId] })
      took.push(performance.now() - asked)
    }
    return spread(took)
  }

  const found = await interleave(turns, {
    rowsAlone,
    floorFirst: () => ofFloor('boards'),
    first,
    floorReady: () => ofFloor('ready-boards'),
    ready,
    floorUnchanged: () =>
      ofFloor('ready-boards', { headers: { 'if-none-match': '"1"' }, expect: 304 }),
    unchanged,
    changed,
  })
  const of = `${taskCount.toLocaleString('en')} tasks`
  const timed = { unit: 'ms', show: ['p50', 'p99'] } as const
  const isTypical = taskCount === 2_000
  return [
    { what: `${of}: the rows alone`, ...timed, floor: found.rowsAlone, ours: null },
    {
      ...{ what: `${of}: first`, ...timed, floor: found.floorFirst, ours: found.first },
      ...(isTypical && { aim: { p50: 25 } }),
    },
    {
      ...{
        what: `${of}: after one change`,
        ...timed,
        floor: found.floorFirst,
        ours: found.changed,
      },
      ...(isTypical && { aim: { p50: 25 } }),
    },
    { what: `${of}: ready`, ...timed, floor: found.floorReady, ours: found.ready },
    {
      ...{ what: `${of}: unchanged`, ...timed, floor: found.floorUnchanged, ours: found.unchanged },
      ...(isTypical && { aim: { p50: 2.5 } }),
    },
    {
      ...{ what: `${of}: size of the first answer`, unit: 'kB', show: ['size'] },
      ...{ floor: sizeOf(found.floorFirst), ours: sizeOf(found.first) },
      ...(isTypical && { aim: { size: 60 } }),
    },
    {
      ...{ what: `${of}: size when ready`, unit: 'kB', show: ['size'] },
      ...{ floor: sizeOf(found.floorReady), ours: sizeOf(found.ready) },
      ...(isTypical && { aim: { size: 60 } }),
    },
  ]
}

const sizeOf = ({ bytes = Number.NaN }: Stats): Stats => ({ size: bytes / 1000 })
