import { readdirSync, readFileSync } from 'node:fs'

/** A process and its descendants; only itself where the system is not Linux. */
export function treeOf(root: number): number[] {
  if (process.platform !== 'linux') return [root]
  const children = Map.groupBy(readdirSync('/proc').map(Number).filter(Boolean), parentOf)
  const all = [root]
  for (const pid of all) all.push(...(children.get(pid) ?? []))
  return all
}

/** 0 when the process is gone: they come and go while we look. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets, which may hold blanks; the fourth is the parent.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
