/** One run of the command line. */
export interface Session {
  /** Aborted when somebody asks us to stop. */
  signal: AbortSignal
  /** A line of progress. */
  log: (line: string) => void
  /** What came after the command. */
  args: string[]
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
