import { createHash } from 'node:crypto'

const digest = (name: string) => createHash('sha256').update(`milepost demo ${name}`).digest()

/** A UUIDv7 that is the same for the same name and instant, so that two loadings of a day are equal. */
export function demoId(name: string, at: Date): string {
  const bytes = digest(name).subarray(0, 16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A whole number from 0 up to but not including `below`, the same for the same name. */
export const pick = (name: string, below: number): number => digest(name).readUInt32BE(16) % below
