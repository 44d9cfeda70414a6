import type { Lab } from '#lab.ts'
import type { Table } from '#report/table.ts'
import { measureBoard } from './board.ts'
import { measureBrowser } from './browser.ts'
import { measureCreate } from './create.ts'
import { measureLive } from './live.ts'
import { measureLogin } from './login.ts'
import { measureMemory } from './memory.ts'
import { measureMove } from './move.ts'
import { measureMovers } from './movers.ts'
import type { SectionName } from './names.ts'
import { measurePortfolio } from './portfolio.ts'
import { measureStart } from './start.ts'
import { measureThroughput } from './throughput.ts'

export const sections: Record<SectionName, (lab: Lab) => Promise<Table>> = {
  memory: measureMemory,
  portfolio: measurePortfolio,
  board: measureBoard,
  throughput: measureThroughput,
  move: measureMove,
  movers: measureMovers,
  create: measureCreate,
  login: measureLogin,
  live: measureLive,
  browser: measureBrowser,
  start: measureStart,
}
