import { unavailable } from '@milepost/service-kit/problem'

interface QueueLimits {
  concurrency: number
  /** Beyond this many waiting, work is refused at once: 503. */
  waitingMax: number
}

/** Runs work a few at a time, in order of arrival, so that a storm of it takes no more than its share. */
export function workQueue({ concurrency, waitingMax }: QueueLimits) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= concurrency) {
      if (waiting.length >= waitingMax) {
        throw unavailable('Too many people are signing in right now. Try again shortly.', 2)
      }
      // Whoever finishes hands over the place, so nobody who comes later can take it.
      await new Promise<void>((start) => waiting.push(start))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
