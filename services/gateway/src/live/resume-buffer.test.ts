import { expect, test } from 'vitest'
import { type Outgoing, resumeBuffer } from './resume-buffer.ts'

const outgoing: Outgoing = { channel: 'portfolio', project_ids: [], tail: '' }
const minuteMs = 60_000

function filled(count: number, connections = 1) {
  const clock = { ms: 0 }
  const buffer = resumeBuffer(() => clock.ms)
  for (let i = 0; i < count; i++) buffer.add(outgoing, connections)
  return { buffer, clock }
}
const numbers = (kept: { seq: number }[] | undefined) => kept?.map(({ seq }) => seq)

test('events are numbered from 1 without a gap, and what came after any of them is known', () => {
  const { buffer } = filled(5)
  expect(numbers(buffer.since(0))).toEqual([1, 2, 3, 4, 5])
  expect(numbers(buffer.since(3))).toEqual([4, 5])
  expect(numbers(buffer.since(5))).toEqual([])
})

test('a number from the future is not one of ours', () => {
  expect(filled(5).buffer.since(6)).toBeUndefined()
})

test('the last 1,000 are kept', () => {
  const { buffer } = filled(3_000)
  expect(buffer.since(2_000)?.length).toBe(1_000)
  expect(buffer.since(1_999)).toBeUndefined()
})

test('for five minutes', () => {
  const { buffer, clock } = filled(3)
  clock.ms = 4 * minuteMs
  buffer.add(outgoing, 1)
  clock.ms = 6 * minuteMs
  expect(buffer.since(2)).toBeUndefined()
  expect(numbers(buffer.since(3))).toEqual([4])
})

test('with very many connections each keeps less, and together no more', () => {
  const { buffer } = filled(3_000, 2_000)
  expect(buffer.since(2_500)).toBeUndefined()
  expect(numbers(buffer.since(2_950))?.length).toBe(50)
})
