import { expect, test } from 'vitest'
import { openPace } from './pace.ts'

test('what took long waits nine times as long, two minutes at most, and nothing else waits for it', () => {
  const pace = openPace()
  const [small, large, huge] = [{ scope_key: 'a' }, { scope_key: 'b' }, { scope_key: 'c' }]
  pace.took(large, 2)
  pace.took(huge, 60)

  expect([small, large, huge].map(pace.delayOf)).toEqual([0, 18, 120])

  pace.took(large, 1)
  expect(pace.delayOf(large)).toBe(9)
})
