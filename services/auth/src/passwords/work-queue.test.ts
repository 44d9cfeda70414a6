import { expect, test } from 'vitest'
import { workQueue } from './work-queue.ts'

/** Work that lasts until it is told to end. */
function heldWork() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => ended, end }
}

test('only so much runs at one time, and the rest in order of arrival', async () => {
  const inTurn = workQueue({ concurrency: 2, waitingMax: 10 })
  const log: string[] = []
  let running = 0
  let runningMax = 0
  const one = (name: string) =>
    inTurn(async () => {
      running += 1
      runningMax = Math.max(runningMax, running)
      await Promise.resolve()
      log.push(name)
      running -= 1
    })

  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(one))

  expect(log).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(runningMax).toBe(2)
})

test('a full queue refuses at once, and takes work again when there is room', async () => {
  const inTurn = workQueue({ concurrency: 1, waitingMax: 1 })
  const held = heldWork()
  const first = inTurn(held.work)
  const second = inTurn(async () => 'second')

  await expect(inTurn(async () => 'third')).rejects.toMatchObject({
    status: 503,
    retryAfterSeconds: 2,
  })
  held.end()
  await first
  expect(await second).toBe('second')
  expect(await inTurn(async () => 'fourth')).toBe('fourth')
})

test('work that fails gives its place back', async () => {
  const inTurn = workQueue({ concurrency: 1, waitingMax: 0 })
  const failing = inTurn(async () => {
    throw new Error('broken')
  })
  await expect(failing).rejects.toThrow('broken')
  expect(await inTurn(async () => 'fine')).toBe('fine')
})
