import { buildNetwork, entryOf, type Network, taskOf } from './network.ts'
import type { Plan } from './plan.ts'

/** Thrown where a plan must not have a cycle; names the tasks of one, as `findCycle` does. */
export class CycleError extends Error {
  readonly task_ids: readonly string[]

  constructor(taskIds: readonly string[]) {
    super(`the plan goes round in a circle: ${taskIds.join(' → ')}`)
    this.task_ids = taskIds
  }
}

/**
 * The tasks of one cycle in order, the smallest id first: each is the predecessor, the summary or a
 * part of the next, and the last of the first. Undefined when there is no cycle. A summary is in a
 * cycle with what is under it, so a link between the two makes one, as does a parent under its child.
 */
export function findCycle(plan: Pick<Plan, 'tasks' | 'links'>): string[] | undefined {
  const network = buildSorted(plan)
  const nodeCount = network.firstEdge.length - 1
  if (network.order.length === nodeCount) return undefined

  // Every node that Kahn left waits for another one that it left: walking back must meet itself.
  const left = new Uint8Array(nodeCount).fill(1)
  for (const node of network.order) left[node] = 0
  const before = new Int32Array(nodeCount).fill(-1)
  for (let source = 0; source < nodeCount; source++) {
    if (left[source] !== 1) continue
    for (const target of targetsOf(network, source)) before[target] = source
  }
  const metAt = new Map<number, number>()
  const walk: number[] = []
  let node = left.indexOf(1)
  while (!metAt.has(node)) {
    metAt.set(node, walk.length)
    walk.push(node)
    node = before[node] ?? -1
  }
  return namesOf(network, walk.slice(metAt.get(node)).reverse())
}

/**
 * The cycle that a new link would close: predecessor, successor and the way back, as ids in order.
 * Undefined when the link is harmless. The plan must have no cycle already.
 */
export function findCycleOfLink(
  plan: Pick<Plan, 'tasks' | 'links'>,
  link: { predecessor_id: string; successor_id: string },
): string[] | undefined {
  const network = buildSorted(plan)
  const from = network.tasks.findIndex((task) => task.id === link.successor_id)
  const goal = network.tasks.findIndex((task) => task.id === link.predecessor_id)
  if (from < 0 || goal < 0) return undefined

  const entry = entryOf(network, from)
  const cameFrom = new Map<number, number>([[entry, -1]])
  for (const node of cameFrom.keys()) {
    if (node === goal) break
    for (const target of targetsOf(network, node))
      if (!cameFrom.has(target)) cameFrom.set(target, node)
  }
  if (!cameFrom.has(goal)) return undefined

  const back: number[] = []
  for (let node = goal; node >= 0; node = cameFrom.get(node) ?? -1) back.push(node)
  const [last, ...rest] = back
  return distinct([last ?? goal, ...rest.reverse()].map((node) => idOf(network, node)))
}

/** Sorted, so that the cycle found does not depend on the order in which the plan was read. */
function buildSorted(plan: Pick<Plan, 'tasks' | 'links'>): Network {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  return buildNetwork(plan.tasks.toSorted(byId), plan.links.toSorted(byId))
}

const targetsOf = (network: Network, node: number) =>
  network.edgeTarget.subarray(network.firstEdge[node], network.firstEdge[node + 1])

const idOf = (network: Network, node: number) => network.tasks[taskOf(network, node)]?.id ?? ''

function namesOf(network: Network, nodes: number[]): string[] {
  const ids = distinct(nodes.map((node) => idOf(network, node)))
  const smallest = ids.reduce((first, id, index) => (id < (ids[first] ?? '') ? index : first), 0)
  return [...ids.slice(smallest), ...ids.slice(0, smallest)]
}

/** The opening and the closing of a summary are the same task to people. */
const distinct = (ids: string[]) =>
  ids.filter((id, index) => ids.length === 1 || id !== ids[(index + 1) % ids.length])
