import type { DraftLink } from '#drafts/draft.ts'
import type { MspdiNode } from './mspdi-node.ts'
import { lagMinutes, linkTypes } from './mspdi-values.ts'
import type { Loss } from './parsed-file.ts'
import { listIn, textIn } from './read-xml.ts'

interface MspdiLinks {
  links: DraftLink[]
  /** The milestone that a task leads to, by the task's UID. */
  milestoneOf: ReadonlyMap<string, string>
}

/** A milestone of milestones, as deep as anybody plans them. */
const bridgeMax = 10
const bridgesMax = 50_000

/**
 * The file's links. Milestones have none here: a task before a milestone leads to it, and what waits for the
 * milestone waits for those tasks.
 */
export function readMspdiLinks(nodes: readonly MspdiNode[], losses: Loss[]): MspdiLinks {
  const nodeOf = new Map(nodes.map((node) => [node.uid, node]))
  const all = nodes.flatMap((node) => linksOf(node, losses))
  const named = all.filter(({ predecessor_ref, successor_ref }) => {
    const known = nodeOf.has(predecessor_ref) && nodeOf.has(successor_ref)
    if (!known) losses.push({ what: 'Links to other projects', detail: 'Left out.' })
    return known
  })
  const isMilestone = (uid: string) => nodeOf.get(uid)?.isMilestone === true
  const milestoneOf = new Map<string, string>()
  for (const { predecessor_ref, successor_ref } of named) {
    if (!isMilestone(successor_ref) || isMilestone(predecessor_ref)) continue
    if (!milestoneOf.has(predecessor_ref)) milestoneOf.set(predecessor_ref, successor_ref)
    else {
      losses.push({
        what: 'Further milestones of a task',
        detail: 'A task leads to one: the first.',
      })
    }
  }
  return { links: bridge(named, isMilestone, losses), milestoneOf }
}

function linksOf({ xml, uid }: MspdiNode, losses: Loss[]): DraftLink[] {
  return listIn(xml, 'PredecessorLink').flatMap((link) => {
    if (textIn(link, 'CrossProject') === '1') {
      losses.push({ what: 'Links to other projects', detail: 'Left out.' })
      return []
    }
    const lag = lagMinutes(textIn(link, 'LinkLag'), textIn(link, 'LagFormat'))
    if (lag === undefined || Math.abs(lag) > 480_000) {
      losses.push({ what: 'Lags in per cent', detail: 'Become none; the link is kept.' })
    }
    return [
      {
        predecessor_ref: textIn(link, 'PredecessorUID'),
        successor_ref: uid,
        type: linkTypes[textIn(link, 'Type')] ?? 'FS',
        lag_minutes: lag === undefined || Math.abs(lag) > 480_000 ? 0 : lag,
      },
    ]
  })
}

/** Lets what waits for a milestone wait for what the milestone waits for. */
function bridge(
  links: readonly DraftLink[],
  isMilestone: (uid: string) => boolean,
  losses: Loss[],
): DraftLink[] {
  const before = Map.groupBy(links, ({ successor_ref }) => successor_ref)
  const bridged: DraftLink[] = []
  const follow = (link: DraftLink, depth: number): void => {
    if (!isMilestone(link.predecessor_ref)) {
      bridged.push(link)
      return
    }
    const earlier = before.get(link.predecessor_ref) ?? []
    if (earlier.length === 0) {
      losses.push({
        what: 'Links from milestones',
        detail: 'Left out where no task leads to the milestone.',
      })
    }
    if (depth === bridgeMax || bridged.length > bridgesMax) return
    for (const one of earlier) {
      const lag_minutes = one.lag_minutes + link.lag_minutes
      // A milestone takes no time: its start is its finish, and only the outer ends matter.
      const type = `${one.type[0]}${link.type[1]}` as DraftLink['type']
      const { predecessor_ref } = one
      follow({ predecessor_ref, successor_ref: link.successor_ref, type, lag_minutes }, depth + 1)
    }
  }
  for (const link of links) if (!isMilestone(link.successor_ref)) follow(link, 0)
  return bridged
}
