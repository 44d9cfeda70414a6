import type { Lab } from '#lab.ts'
import { processorSecondsOf } from '#measure/processor.ts'
import type { Stats } from '#measure/stats.ts'

/** Of every process so far, in seconds; `clients` are we ourselves, who ask. */
export function processorTime({ stack, floor }: Lab): Stats {
  const { user, system } = process.cpuUsage()
  return {
    ...Object.fromEntries(
      stack.units.map(({ name, pid }) => [name, processorSecondsOf(pid() ?? 0)]),
    ),
    floor: processorSecondsOf(floor.pid),
    clients: (user + system) / 1_000_000,
  }
}

export const usedSince = (before: Stats, after: Stats): Stats =>
  Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]),
  )

export const figuresOf = (used: Stats): string =>
  Object.entries(used)
    .filter(([, seconds]) => seconds >= 0.05)
    .sort(([, one], [, other]) => other - one)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
    .join(', ')
