import { numbers } from './numbers.ts'
import type { PlanLink, PlanTask } from './plan.ts'

/**
 * The plan as a graph over numbers. Task i is node i. A summary has a second node, `openingOf(i)`:
 * what waits for the summary to finish hangs on node i, what must wait for it to be opened hangs on
 * its opening. So a link on a summary is one edge and not one for every pair of tasks under it.
 *
 *     predecessor ──► opening of S ──► every task of S ──► S ──► successor
 */
export interface Network {
  tasks: readonly PlanTask[]
  /** Index of the parent, −1 for none. */
  parent: Int32Array
  isSummary: Uint8Array
  /** The links between tasks of the plan. */
  links: readonly PlanLink[]
  predecessor: Int32Array
  successor: Int32Array
  /** Edges leaving node n are those from `firstEdge[n]` to before `firstEdge[n + 1]`. */
  firstEdge: Int32Array
  edgeTarget: Int32Array
  /** Index of the link that the edge stands for, −1 between a summary and what is under it. */
  edgeLink: Int32Array
  /** Nodes in topological order. Fewer than all of them when the graph has a cycle. */
  order: Int32Array
}

const openingOf = (network: Pick<Network, 'tasks'>, task: number): number =>
  network.tasks.length + task

/** The node at which a task begins to be held back: its opening when it is a summary. */
export const entryOf = (network: Pick<Network, 'tasks' | 'isSummary'>, task: number): number =>
  network.isSummary[task] === 1 ? openingOf(network, task) : task

/** The task that a node belongs to. */
export const taskOf = (network: Pick<Network, 'tasks'>, node: number): number =>
  node < network.tasks.length ? node : node - network.tasks.length

export function buildNetwork(tasks: readonly PlanTask[], allLinks: readonly PlanLink[]): Network {
  const indexOf = new Map<string, number>()
  for (let index = 0; index < tasks.length; index++) indexOf.set(tasks[index]?.id ?? '', index)

  const isSummary = new Uint8Array(tasks.length)
  const parent = numbers(tasks.length, (task) => {
    const parentId = tasks[task]?.parent_id ?? null
    const summary = parentId === null ? -1 : (indexOf.get(parentId) ?? -1)
    if (summary >= 0) isSummary[summary] = 1
    return summary
  })

  const links: PlanLink[] = []
  const predecessors: number[] = []
  const successors: number[] = []
  for (const link of allLinks) {
    const predecessor = indexOf.get(link.predecessor_id)
    const successor = indexOf.get(link.successor_id)
    if (predecessor === undefined || successor === undefined) continue
    links.push(link)
    predecessors.push(predecessor)
    successors.push(successor)
  }
  const predecessor = numbers(links.length, (link) => predecessors[link] ?? 0)
  const successor = numbers(links.length, (link) => successors[link] ?? 0)
  const ends = { tasks, parent, isSummary, links, predecessor, successor }
  const edges = sortEdges(tasks.length * 2, (visit) => visitEdges(ends, visit))
  return { ...ends, ...edges, order: topologicalOrder(edges.firstEdge, edges.edgeTarget) }
}

type Visit = (source: number, target: number, link: number) => void

function visitEdges(
  ends: Pick<Network, 'tasks' | 'parent' | 'isSummary' | 'predecessor' | 'successor'>,
  visit: Visit,
) {
  for (let task = 0; task < ends.parent.length; task++) {
    const parent = ends.parent[task] ?? -1
    if (parent < 0) continue
    visit(openingOf(ends, parent), entryOf(ends, task), -1)
    visit(task, parent, -1)
  }
  for (let link = 0; link < ends.predecessor.length; link++)
    visit(ends.predecessor[link] ?? 0, entryOf(ends, ends.successor[link] ?? 0), link)
}

/** Edges grouped by the node they leave: counted first, then put in place. */
function sortEdges(nodeCount: number, visitAll: (visit: Visit) => void) {
  const firstEdge = new Int32Array(nodeCount + 1)
  visitAll((source) => {
    firstEdge[source + 1] = (firstEdge[source + 1] ?? 0) + 1
  })
  for (let node = 0; node < nodeCount; node++)
    firstEdge[node + 1] = (firstEdge[node + 1] ?? 0) + (firstEdge[node] ?? 0)

  const edgeCount = firstEdge[nodeCount] ?? 0
  const edgeTarget = new Int32Array(edgeCount)
  const edgeLink = new Int32Array(edgeCount)
  const nextEdge = firstEdge.slice()
  visitAll((source, target, link) => {
    const edge = nextEdge[source] ?? 0
    nextEdge[source] = edge + 1
    edgeTarget[edge] = target
    edgeLink[edge] = link
  })
  return { firstEdge, edgeTarget, edgeLink }
}

/** Kahn, "Topological sorting of large networks", CACM 5 (1962): no recursion, so no depth limit. */
function topologicalOrder(firstEdge: Int32Array, edgeTarget: Int32Array): Int32Array {
  const nodeCount = firstEdge.length - 1
  const waitingFor = new Int32Array(nodeCount)
  for (const target of edgeTarget) waitingFor[target] = (waitingFor[target] ?? 0) + 1

  const order = new Int32Array(nodeCount)
  let found = 0
  for (let node = 0; node < nodeCount; node++) if (waitingFor[node] === 0) order[found++] = node
  for (let done = 0; done < found; done++) {
    const node = order[done] ?? 0
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      const target = edgeTarget[edge] ?? 0
      const left = (waitingFor[target] ?? 0) - 1
      waitingFor[target] = left
      if (left === 0) order[found++] = target
    }
  }
  return order.subarray(0, found)
}
