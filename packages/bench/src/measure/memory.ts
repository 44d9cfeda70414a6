import { readFileSync } from 'node:fs'
import { treeOf } from './process-tree.ts'

/**
 * Proportional set size of a process and its descendants, in MiB: memory that several share is counted
 * once, in parts (proc(5), smaps_rollup).
 */
export function pssOf(pid: number): number {
  const kibibytes = treeOf(pid).map(pssOfOne)
  return kibibytes.reduce((sum, size) => sum + size, 0) / 1024
}

function pssOfOne(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  } catch {
    // Gone since it was listed.
    return 0
  }
}
