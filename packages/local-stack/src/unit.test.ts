import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createUnit, type Unit } from './unit.ts'

const logDir = mkdtempSync(join(tmpdir(), 'milepost-'))

function unitOf(code: string, options: { ready?: () => Promise<void>; onCrash?: () => void } = {}) {
  return createUnit({
    name: 'sample',
    launch: { file: process.execPath, args: ['-e', code], env: process.env, cwd: logDir },
    ready: async () => {},
    signals: { stop: 'SIGTERM', kill: 'SIGKILL' },
    backing: false,
    logDir,
    ...options,
  })
}
const idle = 'setInterval(() => {}, 1000)'

test('a process that exits before it is ready rejects with its outcome and the end of its log', async () => {
  const never = () => new Promise<void>(() => {})
  const unit = unitOf(`console.error('the port is taken'); process.exit(3)`, { ready: never })
  await expect(unit.start()).rejects.toThrow(/exit code 3[\s\S]*the port is taken/)
  expect(unit.pid()).toBeUndefined()
})

test('a program that does not exist rejects instead of hanging', async () => {
  const unit = createUnit({
    name: 'missing',
    launch: { file: '/no/such/program', args: [], env: {}, cwd: logDir },
    ready: () => new Promise(() => {}),
    signals: { stop: 'SIGTERM', kill: 'SIGKILL' },
    backing: false,
    logDir,
  })
  await expect(unit.start()).rejects.toThrow('ENOENT')
})

test('an exit that nobody asked for is reported, and the unit can be started again', async () => {
  const crashed = Promise.withResolvers<void>()
  const unit = unitOf(idle, { onCrash: () => crashed.resolve() })
  await unit.start()
  const first = unit.pid() ?? 0

  process.kill(first, 'SIGKILL')
  await crashed.promise
  await unit.start()

  expect(unit.pid()).not.toBe(first)
  await unit.stop()
})

test.each<keyof Unit & ('stop' | 'kill')>(['stop', 'kill'])(
  '%s is no crash, and doing it twice is fine',
  async (verb) => {
    let crashes = 0
    const unit = unitOf(idle, { onCrash: () => (crashes += 1) })
    await unit.start()
    await Promise.all([unit[verb](), unit[verb]()])
    await unit[verb]()
    expect({ crashes, pid: unit.pid() }).toEqual({ crashes: 0, pid: undefined })
  },
)
