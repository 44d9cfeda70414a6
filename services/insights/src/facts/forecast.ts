import { randomAt, seedOf } from './seeded-random.ts'
import { addWorkingDays } from './working-days.ts'

interface ForecastInput {
  /** Leaf tasks that are neither done nor cancelled. */
  open: number
  /** Tasks finished in each full week of the project's own life, oldest first. */
  weeklyDone: readonly number[]
  /** The day the rest of the work starts after, "2026-11-20". */
  from: string
  /** The same seed gives the same forecast. */
  seed: string
  runs?: number
}

export type FinishForecast = { p50: string; p85: string } | { abstains: string }

export const forecastRuns = 10_000
export const sampledWeeksMax = 12
export const historyWeeksMin = 6
/** A run that needs longer says only that nobody can say. */
const weeksMax = 520

/**
 * When the open work is likely to be finished: half of the simulated futures end by `p50`, 85 % by
 * `p85`. Each future draws weeks at random, with replacement, from the project's last twelve full
 * weeks until nothing is open, so good and bad weeks come as often as they did. It assumes that the
 * open tasks are like the finished ones and that no work is added. Monte-Carlo on throughput as in
 * T. Magennis, "Forecasting and Simulating Software Development Projects" (2011), and D. Vacanti,
 * "Actionable Agile Metrics for Predictability" (2015). Abstains with under six weeks of history.
 */
export function forecastFinish({
  open,
  weeklyDone,
  from,
  seed,
  runs = forecastRuns,
}: ForecastInput): FinishForecast {
  const weeks = weeklyDone.slice(-sampledWeeksMax)
  if (weeks.length < historyWeeksMin) {
    return {
      abstains: `A forecast needs ${historyWeeksMin} full weeks of history; this project has ${weeks.length}.`,
    }
  }
  if (weeks.every((done) => done === 0)) {
    return { abstains: `No task was finished in the last ${weeks.length} full weeks.` }
  }
  const days = simulate({ open, weeks, seed, runs })
  if (!days) {
    return { abstains: 'At the pace of the last weeks the open work would take ten years or more.' }
  }
  const [p50, p85] = [percentile(days, 0.5), percentile(days, 0.85)]
  return { p50: addWorkingDays(from, p50), p85: addWorkingDays(from, p85) }
}

interface Simulation {
  open: number
  weeks: readonly number[]
  seed: string
  runs: number
}

/** How long each future takes, sorted; undefined as soon as too many of them take too long for a `p85`. */
function simulate({ open, weeks, seed, runs }: Simulation): Int32Array | undefined {
  const days = new Int32Array(runs)
  const drawn = Int32Array.from(weeks)
  const tooLongMax = runs - Math.ceil(0.85 * runs)
  const common = seedOf(`${seed} `)
  let tooLong = 0
  for (let run = 0; run < runs; run++) {
    // Its own seed per run: more work draws the same weeks and then some more.
    days[run] = workingDaysToFinish(open, drawn, seedOf(String(run), common))
    if (days[run] === weeksMax * 5 && ++tooLong > tooLongMax) return undefined
  }
  return days.sort()
}

/** Of the last week only the part that was needed counts. */
function workingDaysToFinish(open: number, weeks: Int32Array, seed: number): number {
  let left = open
  for (let week = 0; week < weeksMax; week++) {
    const done = weeks[Math.floor(randomAt(seed, week) * weeks.length)] ?? 0
    if (done >= left) return Math.max(1, week * 5 + Math.ceil((left / done) * 5))
    left -= done
  }
  return weeksMax * 5
}

/** Nearest rank: the smallest value that at least this share of the values does not exceed. */
const percentile = (sorted: Int32Array, share: number) =>
  sorted[Math.ceil(share * sorted.length) - 1] ?? 0
