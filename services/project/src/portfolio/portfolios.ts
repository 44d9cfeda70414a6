import type { PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { Db } from '@milepost/db-schemas/database'
import { type ReadyAnswer, readyAnswer } from '#ready-answer.ts'
import { versionedCache } from '#versioned-cache.ts'
import { readOverview } from './overview.ts'
import { readPortfolioVersion } from './version-statement.ts'

/** Who reads: of the same key, the same answer. */
interface Reader {
  teamIds: string[] | null
  can: PortfolioOverview['can']
  key: string
}

const bytesMax = 16 * 1024 * 1024
const sizeOf = ({ json, gzip }: ReadyAnswer) => json.length + gzip.length

/** Portfolios kept ready, each until something in it changes or an hour is over. */
export function portfolios(db: Db) {
  const ready = versionedCache<ReadyAnswer>({ bytesMax, sizeOf })

  return {
    /** Days since, weeks and dates pass without anybody changing anything: hence the hour. */
    async findVersion({ teamIds }: Reader, now: Date): Promise<string> {
      const [row] = await readPortfolioVersion(db, teamIds)
      return `${row?.version ?? ''}-${Math.floor(now.getTime() / 3_600_000)}`
    },

    /** What was read no earlier than its version: a change since then shows in the next version. */
    async answer({ teamIds, can, key }: Reader, version: string, now: Date) {
      const found = ready.find(key, version)
      if (found) return { ready: found, wasReady: true }
      const made = await ready.make(key, version, async () => {
        const overview: PortfolioOverview = { ...(await readOverview(db, { teamIds, now })), can }
        return { version, value: await readyAnswer(Buffer.from(JSON.stringify(overview))) }
      })
      return { ready: made.value, wasReady: false }
    },
  }
}
