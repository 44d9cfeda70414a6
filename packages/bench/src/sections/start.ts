import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '@milepost/local-stack/root'
import { startFloor } from '#floor/start.ts'
import { benchHome, type Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import type { Table } from '#report/table.ts'

const run = promisify(execFile)

const about = `From typing \`npm\` until every process of ours is ready, on data that is already there: the way of \`npm start\`,
and one Node process more, which takes the time. The floor is the bare Fastify server until its first answer.`

/** A warm start. Nothing else may run on the data folder it uses, so it has one of its own. */
export async function measureStart({ stack, turns, signal }: Lab): Promise<Table> {
  const dir = join(benchHome, 'runs', `${process.pid}-start`)
  const env = { DATABASE_URL: stack.databaseUrl, REDIS_URL: stack.redisUrl }
  const startOnce = async () => {
    const begun = Date.now()
    const { stdout } = await run('npm', ['run', '--silent', 'bench', '--', `--start-once=${dir}`], {
      cwd: root,
      signal,
    })
    const ready = /^ready at (\d+)$/m.exec(stdout)?.[1]
    if (ready === undefined) throw new Error(`It never was ready:\n${stdout}`)
    return { warm: (Number(ready) - begun) / 1000 }
  }
  // The first start creates the database, which is not what is measured.
  await startOnce()
  const found = await interleave(turns, {
    floor: async () => {
      const begun = performance.now()
      const floor = await startFloor(env)
      await (await fetch(`${floor.url}/hello`)).text()
      const warm = (performance.now() - begun) / 1000
      await floor.stop()
      return { warm }
    },
    ours: startOnce,
  })
  rmSync(dir, { recursive: true, force: true })
  const row = { what: 'warm start', unit: 's', show: ['warm'], ...found, aim: { warm: 5 } } as const
  return { title: 'Starting', about, rows: [row] }
}
