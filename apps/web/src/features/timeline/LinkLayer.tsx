import { memo, useMemo } from 'react'
import { type Chart, isCritical, placeOf } from './chart.ts'
import { LinkShapes } from './LinkShapes.tsx'
import { type DrawnLink, linksIn } from './links.ts'
import { shownSpans, useDraft, useLinkDraft, usePending, useProposal } from './timeline-store.ts'
import type { Drawn } from './visible.ts'

/** The arrows that cross what is drawn, following the bars that are dragged. */
export function useDrawnLinks(chart: Chart, drawn: Drawn): DrawnLink[] {
  const draft = useDraft()
  const pending = usePending()
  const proposal = useProposal()
  return useMemo(() => {
    // Read through one function, so that bars and arrows agree on what lies over what.
    const shown = draft || proposal || pending.size > 0 ? shownSpans() : noSpans
    return linksIn(chart.links, drawn, (_id, row) => placeOf(chart, row, shown))
  }, [chart, drawn, draft, pending, proposal])
}
const noSpans = new Map<never, never>()

export const LinkLayer = memo(function LinkLayer({
  chart,
  drawnLinks,
}: {
  chart: Chart
  drawnLinks: DrawnLink[]
}) {
  const critical = useMemo(() => {
    const ids = new Set<string>()
    for (const row of chart.rows)
      if (row.kind === 'task' && isCritical(row.task, chart.showCritical)) ids.add(row.id)
    return ids
  }, [chart])
  return (
    <LinkShapes
      drawn={drawnLinks}
      isCritical={({ predecessor_id, successor_id }) =>
        critical.has(predecessor_id) && critical.has(successor_id)
      }
    />
  )
})

/** The arrow that is being drawn. */
export function LinkDraftLine({ chart }: { chart: Chart }) {
  const draft = useLinkDraft()
  const row = draft ? chart.rowOf.get(draft.fromId) : undefined
  const place = row === undefined ? undefined : placeOf(chart, row, shownSpans())
  if (!draft || !place) return null
  const x = draft.fromEnd === 'start' ? place.left : place.right
  return (
    <path
      d={`M${x} ${place.row * 32 + 13}L${draft.x} ${draft.y}`}
      stroke="var(--color-accent)"
      strokeWidth={1.5}
      strokeDasharray="4 3"
      fill="none"
    />
  )
}
