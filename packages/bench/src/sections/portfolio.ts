import { statements } from '#floor/statements.ts'
import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load } from '#measure/load.ts'
import { spread } from '#measure/stats.ts'
import { tagOf } from '#measure/tag-of.ts'
import type { Table } from '#report/table.ts'
import { touchBoard } from '#seed/boards.ts'
import { signIn, unpacks } from '#sign-in.ts'

const path = '/api/v1/portfolio/overview'

const about = `\`GET ${path}\` as an executive, over 12,200 tasks in three projects, with one client. **First**:
one of the boards has changed before each request. **Ready** and **unchanged** as for boards. The floor is one
statement that counts the same tasks by project, and nothing around it.`

/** The portfolio as an executive opens it. */
export async function measurePortfolio(lab: Lab): Promise<Table> {
  const { gatewayUrl, owner, people, boards, turns } = lab
  const { seconds } = lab.options
  const headers = { ...(await signIn(gatewayUrl, people.executive)), ...unpacks }
  const one = { base: gatewayUrl, clients: 1, seconds }

  const { floor, first, ready, unchanged } = await interleave(turns, {
    floor: async () => {
      const took: number[] = []
      const end = performance.now() + seconds * 1000
      while (performance.now() < end) {
        const asked = performance.now()
        await owner.query(statements.portfolio)
        took.push(performance.now() - asked)
      }
      return spread(took)
    },
    first: () =>
      load({
        ...one,
        next: async (turn) => {
          await touchBoard(owner, boards[turn % boards.length]?.projectId ?? '')
          return { path, headers }
        },
      }),
    ready: () => load({ ...one, next: () => ({ path, headers }) }),
    unchanged: async () => {
      const known = { ...headers, 'if-none-match': await tagOf(gatewayUrl, { path, headers }) }
      return load({ ...one, next: () => ({ path, headers: known, expect: 304 }) })
    },
  })
  const timed = { unit: 'ms', show: ['p50', 'p99'] } as const
  return {
    title: 'Portfolio overview',
    about,
    rows: [
      { what: 'first', ...timed, floor, ours: first, aim: { p50: 8 } },
      { what: 'ready', ...timed, floor: null, ours: ready },
      { what: 'unchanged', ...timed, floor: null, ours: unchanged, aim: { p50: 2 } },
    ],
  }
}
