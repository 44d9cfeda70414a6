import { hash } from '@node-rs/argon2'
import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load, longWarmUp } from '#measure/load.ts'
import { spread } from '#measure/stats.ts'
import { tagOf } from '#measure/tag-of.ts'
import type { Table } from '#report/table.ts'
import { signIn } from '#sign-in.ts'

const others = 4
const signingIn = 4
const hashesPerRun = 10

const about = `\`POST /api/v1/auth/login\` with the right password, one client; the floor is one argon2id hash (19 MiB, two
passes, one lane) and nothing around it. **Meanwhile**: ${signingIn} clients sign in without a pause while ${others} others ask for an
unchanged board of 2,000; the floor is the same board while nobody signs in.`

/** Signing in, and what everybody else notices of it. */
export async function measureLogin(lab: Lab): Promise<Table> {
  const { gatewayUrl, people, boards, turns } = lab
  const { seconds } = lab.options
  const headers = await signIn(gatewayUrl, people.manager)
  const path = `/api/v1/projects/${boards[1]?.projectId}/kanban`
  const known = { ...headers, 'if-none-match': await tagOf(gatewayUrl, { path, headers }) }

  const logins = (clients: number) =>
    load({
      ...{ ...longWarmUp, base: gatewayUrl, clients, seconds },
      next: () => ({ method: 'POST', path: '/api/v1/auth/login', body: people.executive }),
    })
  const reads = () =>
    load({
      ...{ ...longWarmUp, base: gatewayUrl, clients: others, seconds },
      next: () => ({ path, headers: known, expect: 304 }),
    })

  const found = await interleave(turns, {
    hashing: async () => {
      const took: number[] = []
      for (let count = 0; count < hashesPerRun; count += 1) {
        const begun = performance.now()
        await hash('correct horse battery', { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
        took.push(performance.now() - begun)
      }
      return spread(took)
    },
    login: () => logins(1),
    quietly: reads,
    meanwhile: async () => {
      const [stats] = await Promise.all([reads(), logins(signingIn)])
      return stats
    },
    manyLogins: () => logins(signingIn),
  })
  const timed = { unit: 'ms', show: ['p50', 'p99'] } as const
  return {
    title: 'Signing in',
    about,
    rows: [
      { what: 'sign in', ...timed, floor: found.hashing, ours: found.login, aim: { p50: 30 } },
      {
        ...{ what: 'everybody else meanwhile', ...timed, aim: { p99: 50 } },
        ...{ floor: found.quietly, ours: found.meanwhile },
      },
      {
        ...{ what: `sign-ins, ${signingIn} at once`, unit: '/s', show: ['per_second'] },
        ...{ floor: null, ours: found.manyLogins, moreIsBetter: true },
      },
    ],
  }
}
