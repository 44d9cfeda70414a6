import { setTimeout as wait } from 'node:timers/promises'
import type { Lab } from '#lab.ts'
import { exercise, exerciseSeconds } from '#measure/exercise.ts'
import { pssOf } from '#measure/memory.ts'
import type { Stats } from '#measure/stats.ts'
import type { Row, Table } from '#report/table.ts'

const quietMs = 8_000
const backing = ['postgres', 'redis']

const about = `Proportional set size, so that what processes share is counted once. **Idle**: ${quietMs / 1000} s after the start,
before anybody has asked for anything. **Loaded**: after ${exerciseSeconds} s of 8 clients reading the three boards in turn and 8 moving cards on the
board of 2,000. The floor is the bare Fastify server under its own load.`

/** What all the processes need; measured first, while they are as they were started. */
export async function measureMemory(lab: Lab): Promise<Table> {
  const { stack, floor, signal } = lab
  await wait(quietMs, undefined, { signal })
  const pids = stack.units.map((unit) => ({ name: unit.name, pid: unit.pid() ?? 0 }))
  const look = () => pids.map(({ pid }) => pssOf(pid))
  const [idle, floorIdle] = [look(), pssOf(floor.pid)]
  await exercise(lab)
  const [loaded, floorLoaded] = [look(), pssOf(floor.pid)]

  const found = pids.map(({ name }, index) => ({
    name,
    stats: { idle: idle[index] ?? Number.NaN, loaded: loaded[index] ?? Number.NaN },
  }))
  const isOurs = ({ name }: { name: string }) => !backing.includes(name)
  const bare = { idle: floorIdle, loaded: floorLoaded }
  const shown = { unit: 'MB', show: ['idle', 'loaded'] } as const
  const rows: Row[] = [
    ...found
      .filter(isOurs)
      .map(({ name, stats }) => ({ what: name, ...shown, floor: bare, ours: stats })),
    {
      ...{ what: 'all processes of ours', ...shown, floor: null },
      ...{ ours: sumOf(found.filter(isOurs).map(({ stats }) => stats)), aim: { idle: 420 } },
    },
    ...found
      .filter((one) => !isOurs(one))
      .map(({ name, stats }) => ({ what: name, ...shown, floor: null, ours: stats })),
  ]
  return { title: 'Memory', about, rows }
}

const sumOf = (all: readonly Stats[]): Stats => ({
  idle: all.reduce((sum, { idle = 0 }) => sum + idle, 0),
  loaded: all.reduce((sum, { loaded = 0 }) => sum + loaded, 0),
})
