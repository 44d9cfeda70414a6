export type BreakerState = 'closed' | 'open' | 'half_open'

interface BreakerOptions {
  /** So many failures in a row, or half of at least `sampleMin` exchanges within `windowMs`. */
  consecutiveMax: number
  sampleMin: number
  windowMs: number
  /** Milliseconds, of a clock that only goes forward. */
  now: () => number
  onState: (state: BreakerState) => void
}

/**
 * Whether an upstream is worth asking. Told the outcome of every exchange; what counts as a failure
 * is the teller's business. Open, it stays so until `tryAgain`, which lets one exchange through.
 */
export function createBreaker(options: BreakerOptions) {
  const { consecutiveMax, sampleMin, windowMs, now, onState } = options
  let state: BreakerState = 'closed'
  let consecutive = 0
  let trialRunning = false
  let window = { from: now(), total: 0, failed: 0 }

  function change(next: BreakerState): void {
    if (state === next) return
    state = next
    trialRunning = false
    consecutive = 0
    window = { from: now(), total: 0, failed: 0 }
    onState(next)
  }

  function count(failed: boolean): void {
    if (now() - window.from > windowMs) window = { from: now(), total: 0, failed: 0 }
    window.total++
    if (failed) window.failed++
    consecutive = failed ? consecutive + 1 : 0
  }

  return {
    state: () => state,
    /** Whether one more exchange may start; half open, the first who asks is the trial. */
    admits(): boolean {
      if (state !== 'half_open') return state === 'closed'
      if (trialRunning) return false
      trialRunning = true
      return true
    },
    succeeded(): void {
      // What was sent before it opened says nothing about now.
      if (state === 'half_open') change('closed')
      else if (state === 'closed') count(false)
    },
    failed(): void {
      if (state === 'half_open') change('open')
      if (state !== 'closed') return
      count(true)
      const halfFailed = window.total >= sampleMin && window.failed * 2 >= window.total
      if (consecutive >= consecutiveMax || halfFailed) change('open')
    },
    /** The exchange ended for a reason that is not the upstream's: a client that went away. */
    undecided(): void {
      trialRunning = false
    },
    open: () => change('open'),
    tryAgain(): void {
      if (state === 'open') change('half_open')
    },
  }
}
export type Breaker = ReturnType<typeof createBreaker>
