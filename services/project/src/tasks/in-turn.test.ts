import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('the work of one key runs one after the other in its order, that of another key meanwhile', async () => {
  const run = inTurn()
  const seen: string[] = []
  const gate = Promise.withResolvers<void>()
  const work =
    (name: string, wait: Promise<void> = Promise.resolve()) =>
    async () => {
      seen.push(`${name} begins`)
      await wait
      seen.push(`${name} ends`)
    }

  const first = run('board', work('first', gate.promise))
  const second = run('board', work('second'))
  await run('another board', work('other'))
  expect(seen).toEqual(['first begins', 'other begins', 'other ends'])

  gate.resolve()
  await Promise.all([first, second])
  expect(seen.slice(3)).toEqual(['first ends', 'second begins', 'second ends'])
})

test('work that fails is its caller’s business, not that of whoever comes next', async () => {
  const run = inTurn()
  const failing = run('board', async () => {
    throw new Error('refused')
  })
  const next = run('board', async () => 'done')
  await expect(failing).rejects.toThrow('refused')
  await expect(next).resolves.toBe('done')
})
