const units = ['B', 'KB', 'MB', 'GB']

/** "812 B", "1.4 MB": in steps of 1024, as file managers count. */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1)
  const value = bytes / 1024 ** power
  const digits = power > 0 && value < 10 ? 1 : 0
  return `${Number(value.toFixed(digits))} ${units[power]}`
}
