/** Where the reader wanted to go before signing in. Only ever a path of this app. */
export function returnAddress(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null
  const inside = typeof from === 'string' && from.startsWith('/') && !from.startsWith('//')
  return inside ? from : '/'
}
