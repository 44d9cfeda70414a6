import { medianOf, type Stats } from './stats.ts'

interface Turns {
  runs: number
  signal: AbortSignal
  /** Before each turn, so that nobody pays for what the one before left to do. */
  settle: () => Promise<void>
}

/**
 * Gives everybody a turn, `runs` times over, and takes the median of each figure: so a floor and what is
 * measured beside it see the same machine, whatever else that is doing.
 */
export async function interleave<Name extends string>(
  { runs, signal, settle }: Turns,
  contenders: Record<Name, () => Promise<Stats>>,
): Promise<Record<Name, Stats>> {
  const names = Object.keys(contenders) as Name[]
  const taken = names.map((name) => ({ name, stats: [] as Stats[] }))
  for (let run = 0; run < runs; run += 1) {
    for (const { name, stats } of taken) {
      signal.throwIfAborted()
      await settle()
      stats.push(await contenders[name]())
    }
  }
  return Object.fromEntries(taken.map(({ name, stats }) => [name, medianOf(stats)])) as Record<
    Name,
    Stats
  >
}
