import type { Stats } from '#measure/stats.ts'

/** What one section found. */
export interface Table {
  title: string
  /** What was done, for whoever reads the figures: Markdown. */
  about: string
  rows: readonly Row[]
}

export interface Row {
  what: string
  unit: 'ms' | 's' | '/s' | 'kB' | 'MB' | 'frames/s'
  /** Which figures are shown, in this order. */
  show: readonly string[]
  /** Null where there is nothing to compare with. */
  floor: Stats | null
  /** Null where only the floor is of interest. */
  ours: Stats | null
  /** At most so much, or at least where more is better. */
  aim?: Stats
  moreIsBetter?: boolean
}

/** Whether every aim of the row was reached; null when it has none. */
export function isMet({ ours, aim, moreIsBetter = false }: Row): boolean | null {
  if (ours === null || aim === undefined) return null
  return Object.entries(aim).every(([name, limit]) => {
    const value = ours[name] ?? Number.NaN
    return moreIsBetter ? value >= limit : value <= limit
  })
}

/** "12.3 / 45", a dash for what is not there. */
export function figures(stats: Stats | null | undefined, show: readonly string[]): string {
  if (!stats) return '–'
  return show.map((name) => figure(stats[name])).join(' / ')
}

function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(value < 10 ? 2 : 1).replace(/\.0+$/, '')
}
