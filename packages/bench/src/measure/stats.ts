/** What one run, or the median of several, found: a number per figure. */
export type Stats = Readonly<Record<string, number>>

/** The value that a share `q` (0–1) of them does not exceed, nearest rank; NaN without values. */
function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** Half-way between the two in the middle when their number is even; NaN without values. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Figure by figure. A figure that one of them lacks is left out. */
export function medianOf(runs: readonly Stats[]): Stats {
  const names = Object.keys(runs[0] ?? {}).filter((name) => runs.every((run) => name in run))
  return Object.fromEntries(
    names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]),
  )
}

export const spread = (values: readonly number[]): Stats => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  max: Math.max(...values),
})
