import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPidFile } from './pid-file.ts'
import { startOf } from './process-identity.ts'

const file = () => join(mkdtempSync(join(tmpdir(), 'milepost-')), 'processes.json')
const children: ReturnType<typeof idleProcess>[] = []
afterEach(() => children.splice(0).forEach((child) => void child.kill('SIGKILL')))

function idleProcess() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
}

function running() {
  const child = idleProcess()
  children.push(child)
  const pid = child.pid ?? 0
  return { pid, started: startOf(pid), signal: 'SIGTERM', backing: false }
}

/** What a supervisor that is no more has left. */
function leave(entries: object[]): string {
  const path = file()
  const gone = {
    name: 'supervisor',
    pid: 2 ** 22 + 1,
    started: '1',
    signal: 'SIGTERM',
    backing: false,
  }
  writeFileSync(path, JSON.stringify([gone, ...entries]))
  return path
}

test('what a killed supervisor left behind is stopped, and named', async () => {
  const left = running()
  const lines: string[] = []

  await openPidFile(leave([{ name: 'auth', ...left }]), (line) => lines.push(line))

  expect(startOf(left.pid)).toBeUndefined()
  expect(lines).toEqual([expect.stringContaining('auth')])
})

test('a process that was given the same id later is left alone', async () => {
  const stranger = running()
  await openPidFile(leave([{ name: 'auth', ...stranger, started: 'another time' }]), () => {})
  expect(startOf(stranger.pid)).toBe(stranger.started)
})

test('a second supervisor on the same data is refused', async () => {
  const first = running()
  const path = file()
  writeFileSync(path, JSON.stringify([{ name: 'supervisor', ...first }]))

  await expect(openPidFile(path, () => {})).rejects.toThrow(`process ${first.pid}`)
  expect(startOf(first.pid)).toBe(first.started)
})

test('the list is gone when everything has stopped in good order', async () => {
  const path = file()
  const pids = await openPidFile(path, () => {})
  pids.add({ name: 'auth', pid: process.pid, signal: 'SIGTERM', backing: false })
  expect(existsSync(path)).toBe(true)

  pids.remove('auth')
  pids.close()
  expect(existsSync(path)).toBe(false)
})
