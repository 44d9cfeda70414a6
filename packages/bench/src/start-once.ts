import { startQuietStack } from '#lab.ts'
import type { Options } from '#options.ts'

interface StartOnce {
  dir: string
  options: Options
  signal: AbortSignal
}

/** Starts the stack, says when it was ready (milliseconds since the epoch), and stops it. */
export async function startOnce({ dir, options, signal }: StartOnce): Promise<void> {
  const stack = await startQuietStack(dir, { options, signal, log: () => {} })
  console.log(`ready at ${Date.now()}`)
  await stack.stop()
}
