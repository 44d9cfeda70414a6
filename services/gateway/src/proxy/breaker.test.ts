import { expect, test } from 'vitest'
import { createBreaker } from './breaker.ts'

function breakerAt(clock = { ms: 0 }) {
  const states: string[] = []
  const breaker = createBreaker({
    consecutiveMax: 5,
    sampleMin: 20,
    windowMs: 10_000,
    now: () => clock.ms,
    onState: (state) => states.push(state),
  })
  return { breaker, states, clock }
}
const times = (count: number, act: () => void) => {
  for (let i = 0; i < count; i++) act()
}

test('five failures in a row open it, four and a success do not', () => {
  const { breaker } = breakerAt()
  times(4, breaker.failed)
  breaker.succeeded()
  times(4, breaker.failed)
  expect(breaker.admits()).toBe(true)
  breaker.failed()
  expect(breaker.admits()).toBe(false)
})

test('half of twenty failing opens it, though never five in a row', () => {
  const { breaker } = breakerAt()
  times(9, () => {
    breaker.failed()
    breaker.succeeded()
  })
  breaker.succeeded()
  expect(breaker.state()).toBe('closed')
  times(2, breaker.failed)
  expect(breaker.state()).toBe('open')
})

test('failures of long ago do not count', () => {
  const { breaker, clock } = breakerAt()
  times(12, () => {
    breaker.failed()
    clock.ms += 2_000
    breaker.succeeded()
  })
  expect(breaker.state()).toBe('closed')
})

test('half open it lets one exchange through, and its outcome decides', () => {
  const { breaker, states } = breakerAt()
  breaker.open()
  breaker.tryAgain()
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false])
  breaker.failed()
  expect(breaker.admits()).toBe(false)

  breaker.tryAgain()
  expect(breaker.admits()).toBe(true)
  breaker.succeeded()
  expect(breaker.admits()).toBe(true)
  expect(states).toEqual(['open', 'half_open', 'open', 'half_open', 'closed'])
})

test('a trial that ends undecided makes room for another', () => {
  const { breaker } = breakerAt()
  breaker.open()
  breaker.tryAgain()
  breaker.admits()
  breaker.undecided()
  expect(breaker.admits()).toBe(true)
})

test('what was sent before it opened does not close it', () => {
  const { breaker } = breakerAt()
  breaker.open()
  breaker.succeeded()
  expect(breaker.state()).toBe('open')
})
