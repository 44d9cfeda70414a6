import { runSource } from './run-tool.ts'
import type { Session } from './session.ts'

/** `npm run bench`: measures on stacks that it starts itself. */
export const bench = async ({ args, signal }: Session): Promise<number> =>
  (await runSource('packages/bench/src/bench.ts', args, { signal })) ? 0 : 1
