import { spawn } from 'node:child_process'

import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { type LogLine, until } from '#test/harness.ts'

// A process of its own takes seconds to start on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 })

/** Starts the file as a process and gathers what it logs. */
function start() {
  const file = fileURLToPath(import.meta.resolve('../test/stopping-service.ts'))
  const child = spawn(process.execPath, ['--conditions=source', file])
  afterAll(() => child.kill('SIGKILL'))
  const lines: LogLine[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line)))
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const line = (message: string) => lines.find((one) => one.message === message)
  return { child, line, exit }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s the request at hand is answered, and then every part closes in order',
  async (signal) => {
    const { child, line, exit } = start()
    await until(() => line('ready') !== undefined, 20_000)
    const url = `http://127.0.0.1:${line('ready')?.port}`

    const answer = fetch(`${url}/slow`).then((response) => response.json())
    await until(async () => (await fetch(`${url}/metrics`)).ok)
    child.kill(signal)

    expect(await answer).toEqual({ answered: true })
    expect(await exit).toBe(0)
    expect(line('the parts before the pool')).toMatchObject({
      closed: ['consumer', 'relay', 'redis'],
    })
    expect(line('a part did not close')).toMatchObject({ level: 'ERROR' })
    expect(line('closed')).toBeDefined()
  },
)
