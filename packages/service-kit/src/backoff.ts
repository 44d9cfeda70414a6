import { setTimeout as wait } from 'node:timers/promises'

/** Waits 100 ms, then twice as long each time, up to 2 s, until it is told that things work again. */
export function backoff(signal: AbortSignal) {
  let ms = 100
  return {
    async pause(): Promise<void> {
      const pause = ms
      ms = Math.min(ms * 2, 2_000)
      await sleep(pause, signal)
    },
    reset(): void {
      ms = 100
    },
  }
}

/** Resolves after `ms`, or at once when the signal fires. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal })
  } catch (error) {
    // Translates: being told to stop waiting is a normal end of the wait.
    if (!signal.aborted) throw error
  }
}
