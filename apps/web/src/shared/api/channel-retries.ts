interface RetriesOptions {
  /** Milliseconds before the try after so many failures. */
  delayMs: (failures: number) => number
  again: (channel: string) => void
}

/** Channels the server could not open just now, and when each is asked for again. */
export function createChannelRetries({ delayMs, again }: RetriesOptions) {
  const waiting = new Map<
    string,
    { failures: number; timer: ReturnType<typeof setTimeout> | undefined }
  >()

  function forget(channel: string): boolean {
    clearTimeout(waiting.get(channel)?.timer)
    return waiting.delete(channel)
  }

  return {
    refused(channel: string): void {
      const failures = (waiting.get(channel)?.failures ?? 0) + 1
      forget(channel)
      const timer = setTimeout(() => again(channel), delayMs(failures))
      waiting.set(channel, { failures, timer })
    },
    /** Whether it was waited for. */
    forget,
    forgetAll(): void {
      for (const channel of waiting.keys()) forget(channel)
    },
    /** Of the channel that fails longest; 0 when all are open. */
    failures: () => Math.max(0, ...[...waiting.values()].map(({ failures }) => failures)),
  }
}
