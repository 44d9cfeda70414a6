import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOwnerPool, type ServiceName } from '#stack.ts'
import { calls } from './calls.ts'
import { readDeclaredRoutes } from './declared-routes.ts'
import { copyIsCurrent, type PersonaName, personaNames, readMatrix, routeShape } from './matrix.ts'
import { seedPersonas } from './personas.ts'
import { type Answer, type Call, type Door, send } from './send.ts'
import type { Target } from './target.ts'
import { createWorld } from './world.ts'

const pool = openOwnerPool()
afterAll(() => pool.end())

const rows = readMatrix()
const routes = readDeclaredRoutes()
const { teams, persona } = await seedPersonas(pool)
const world = createWorld(persona('ADM'), teams, persona('CTo'))

/** Other rows are about the socket, the doors and what no route declares; their own tests walk them. */
const apiRows = rows.filter(({ id }) => !/^[WO]/.test(id))
const built = apiRows.filter(({ method, path }) => routes.has(routeShape(method, path)))
const notBuilt = apiRows.filter((row) => !built.includes(row))

/** Refusals whose requests must have left no trace; filled by the walk, read at its end. */
const refused: string[] = []
let foreign: { A: string[]; B: string[] } = { A: [], B: [] }

beforeAll(async () => {
  const [inA, inB] = [await world.addA1(), await world.addB1()]
  foreign = { A: [inA.project.id, teams.A], B: [inB.project.id, teams.B] }
  console.log(
    `not built: ${notBuilt.map(({ id, method, path }) => `${id} ${method} ${path}`).join(', ')}`,
  )
})

describe.each(built.map((row) => ({ ...row, title: `${row.id} ${row.method} ${row.path}` })))(
  '$title',
  ({ id, method, path, cells }) => {
    const service = routes.get(routeShape(method, path)) ?? 'auth'
    const cases = (['gateway', 'direct'] as const).flatMap((door) =>
      personaNames.map((name) => ({ name, door, cell: cells[name] })),
    )

    test.each(cases)('$name through the $door: $cell', async ({ name, door, cell }) => {
      const build = calls[id]
      if (!build) throw new Error(`${id} has a route, but nothing says what to send to it`)
      const target = await build(world, persona(name))

      const answer = await as(name, target.call, { door, service })

      if (cell === 'pub') {
        // Anybody may ask; what they get depends on what they bring, never on who they are.
        return expect(answer.status).toBe((await as('AN', target.call, { door, service })).status)
      }
      const status = Number.parseInt(cell, 10)
      expect(answer.status, answer.text).toBe(status)
      if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      if (status >= 400) refused.push(answer.correlationId)
      if (cell.endsWith('f')) expectNothingForeign(name, answer)
      await expectSameAsMissing(name, { status, target, answer, door, service, cells })
    })
  },
)

test('the copy of the matrix is the matrix', () => {
  expect(copyIsCurrent()).toBe(true)
})

test('every route has a row', () => {
  const known = new Set(rows.map(({ method, path }) => routeShape(method, path)))
  // "DELETE alike", says the row of PATCH.
  known.add(routeShape('DELETE', '/milestones/{A1.m}'))
  expect(routes.size).toBeGreaterThan(30)
  expect([...routes.keys()].filter((shape) => !known.has(shape))).toEqual([])
})

test('every row is walked or listed as not built', () => {
  expect(built.length + notBuilt.length).toBe(apiRows.length)
  expect(Object.keys(calls).filter((id) => !built.some((row) => row.id === id))).toEqual([])
})

test('no refused request left an event or an activity behind', async () => {
  expect(refused.length).toBeGreaterThan(300)
  for (const table of ['auth.outbox', 'projects.outbox', 'insights.outbox', 'timesheets.outbox']) {
    const { rows: left } = await pool.query(
      `select event_type from ${table} where event->>'correlation_id' = any($1)`,
      [refused],
    )
    expect(left, table).toEqual([])
  }
  const { rows: left } = await pool.query(
    'select kind from projects.task_activity_log where correlation_id = any($1)',
    [refused],
  )
  expect(left).toEqual([])
})

interface Where {
  door: Door
  service: ServiceName
  correlationId?: string
}

const as = (name: PersonaName, call: Call, where: Where) =>
  send(call, { ...where, persona: persona(name) })

/** A list holds no id of a team its reader is not in. */
function expectNothingForeign(name: PersonaName, answer: Answer): void {
  const hidden =
    name === 'PMa'
      ? foreign.B
      : name === 'ADM' || name === 'EXE'
        ? []
        : name.endsWith('x')
          ? foreign.A
          : foreign.B
  for (const id of hidden) expect(answer.text).not.toContain(id)
}

interface Comparison {
  status: number
  target: Target
  answer: Answer
  door: Door
  service: ServiceName
  cells: Record<PersonaName, string>
}

/**
 * An invisible object is answered like one that does not exist, to the byte; so is a forbidden one
 * when the role alone forbids it: the executive, and contributors where all three are refused.
 */
async function expectSameAsMissing(
  name: PersonaName,
  { status, target, answer, door, service, cells }: Comparison,
) {
  if (target.missing === undefined) return
  const contributors: PersonaName[] = ['CTo', 'CTt', 'CTx']
  const byRole =
    status === 403 &&
    (name === 'EXE' ||
      (contributors.includes(name) && contributors.every((other) => cells[other] === '403')))
  if (status !== 404 && status !== 422 && !byRole) return
  // An id that is invisible and one from another project are refused by different means for those who see the object.
  if (status === 422 && target.missing.path !== target.call.path) return
  const { correlationId } = answer
  const missing = await as(name, target.missing, { door, service, correlationId })
  const seen = await as(name, target.call, { door, service, correlationId })
  expect({ status: seen.status, text: seen.text }).toEqual({
    status: missing.status,
    text: missing.text,
  })
  refused.push(missing.correlationId)
}
