import type { Scope } from '#analyses/scope.ts'

type Key = Pick<Scope, 'scope_key'>

export interface Pace {
  /** Tells how long an analysis took. */
  took: (scope: Key, seconds: number) => void
  /** How many seconds the next one has to wait at least, after a change that did not ask for it. */
  delayOf: (scope: Key) => number
}

/** A tenth of the time for each scope: what changes all the time is analysed one tenth of it. */
const restPerWork = 9
const delaySecondsMax = 120

/**
 * How soon a change is followed by an analysis: the sooner, the less work that is. Ten thousand tasks
 * that are changed all day would otherwise be analysed all day. Known of what this process analysed.
 */
export function openPace(): Pace {
  const lastTook = new Map<string, number>()
  return {
    took: ({ scope_key }, seconds) => {
      lastTook.set(scope_key, seconds)
    },
    delayOf: ({ scope_key }) =>
      Math.min(restPerWork * (lastTook.get(scope_key) ?? 0), delaySecondsMax),
  }
}
