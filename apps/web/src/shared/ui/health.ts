import type { Health } from '@milepost/api-contracts/projects'

export const healthWord: Record<Health, string> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  unknown: 'Unknown',
}

export const healthText: Record<Health, string> = {
  green: 'text-green-fg',
  amber: 'text-amber-fg',
  red: 'text-red-fg',
  unknown: 'text-unknown-fg',
}

/** Lower is worse. Unknown stands between amber and green: it may be either. */
export const healthRank: Record<Health, number> = { red: 0, amber: 1, unknown: 2, green: 3 }
