interface Options {
  /** For the error, after "waited 30 s for". */
  what: string
  timeoutMs?: number
  everyMs?: number
}

/** Resolves when the condition holds, asking again and again; rejects when that takes too long. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { what, timeoutMs = 30_000, everyMs = 25 }: Options,
): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
