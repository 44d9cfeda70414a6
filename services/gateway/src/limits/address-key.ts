import { isIPv6 } from 'node:net'

/** An address as a limit counts it. Whoever has one IPv6 address has its /64 (RFC 6177), so that counts as one. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeroes = tail === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array<string>(zeroes).fill('0'), ...last]
  return `${groups.slice(0, 4).join(':')}::/64`
}
