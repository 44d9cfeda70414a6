import { readFileSync } from 'node:fs'
import { treeOf } from './process-tree.ts'

/** Clock ticks per second, as Linux counts them for everybody since 2.6 (proc(5), USER_HZ). */
const ticksPerSecond = 100

/** Seconds of processor time that a process and its descendants have used so far. */
export function processorSecondsOf(pid: number): number {
  const ticks = treeOf(pid).map((one) => ticksOf(one))
  return ticks.reduce((sum, count) => sum + count, 0) / ticksPerSecond
}

/** In user mode and in the kernel; children that have ended are in it. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0)
  } catch {
    return 0
  }
}
