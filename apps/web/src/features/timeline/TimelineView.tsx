import type { Timeline } from '@milepost/api-contracts/timeline'
import { toDay } from '@milepost/schedule/day-number'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { localDate } from '#shared/format/dates.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { useKeys } from '#shared/ui/use-keys.ts'
import { useNow } from '#shared/ui/use-now.ts'
import { BaselineDialog } from './BaselineDialog.tsx'
import { barsLinked } from './change-links.ts'
import { modeChosen } from './change-mode.ts'
import { barsDropped, proposalAccepted } from './change-plan.ts'
import { exportTimeline } from './export-timeline.ts'
import { useFoldedRows } from './folded-rows.ts'
import { Legend } from './Legend.tsx'
import { LinksDialog } from './LinksDialog.tsx'
import type { DrawnLink } from './links.ts'
import { headerHeight, rowHeight } from './measures.ts'
import { ProposalBar } from './ProposalBar.tsx'
import { type Span, varianceDays } from './spans.ts'
import { TableDivider } from './TableDivider.tsx'
import { TimelineGrid } from './TimelineGrid.tsx'
import { TimelineToolbar } from './TimelineToolbar.tsx'
import { texts } from './texts.ts'
import { linkTypeOf, timelineLeft, useAnnouncement, useProposal } from './timeline-store.ts'
import { firstDayShown, lastDayOf, useChart } from './use-chart.ts'
import { useChartPress } from './use-chart-press.ts'
import { useChartSize } from './use-drawn.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'
import { useTimelineParams } from './use-timeline-params.ts'
import { useWheelZoom } from './use-wheel-zoom.ts'
import { tableWidthFor, useViewOptions, zoomedBy } from './view-options.ts'
import { scrollToRow } from './visible.ts'

interface TimelineViewProps {
  timeline: Timeline
  /** The reader asked for no comparison. */
  hideBaseline: boolean
}

const zoomStep = 1.4

/** The plan to read and to work on: toolbar, table and chart, legend. */
export function TimelineView({ timeline, hideBaseline }: TimelineViewProps) {
  const client = useQueryClient()
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const today = localDate(useNow())
  const { filters, toggleFilter, chooseBaseline, openTask } = useTimelineParams()
  const { folded, toggle } = useFoldedRows(timeline.project_id)
  const view = useViewOptions()
  const proposal = useProposal()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [linksOf, setLinksOf] = useState<string | null>(null)
  const [takingBaseline, setTakingBaseline] = useState(false)
  useEffect(() => timelineLeft, [])

  const columns = window.innerWidth <= 720 ? noColumns : view.columns
  const widest = Math.max(200, window.innerWidth - 420)
  const tableWidth = Math.min(view.tableWidth ?? tableWidthFor(columns, window.innerWidth), widest)
  const size = useChartSize(scroller, tableWidth)
  const chart = useChart({
    timeline,
    folded,
    filters,
    pxPerDay: view.pxPerDay,
    showCritical: view.critical,
    showBaseline: !hideBaseline,
    today,
    width: size.width,
  })
  const { rows, axis } = chart
  const drawnLinks = useRef<DrawnLink[]>([])
  const { anchorAt } = useScrollAnchor(scroller, axis, size.width, () =>
    firstDayShown(chart, timeline, size.width),
  )
  useWheelZoom(scroller, tableWidth, anchorAt)

  const found = activeId === null ? -1 : rows.findIndex(({ id }) => id === activeId)
  const active = found === -1 ? 0 : found
  const movable = timeline.can.plan && proposal === null

  const focusRow = useRef(false)
  function activate(index: number, focus: boolean) {
    const row = rows[index]
    const element = scroller.current
    if (!row || !element) return
    focusRow.current = focus
    setActiveId(row.id)
    const height = element.clientHeight - headerHeight
    const scrollTop = scrollToRow(index, { scrollTop: element.scrollTop, height })
    if (focus && scrollTop !== undefined) element.scrollTop = scrollTop
  }
  useLayoutEffect(() => {
    if (!focusRow.current || activeId === null) return
    focusRow.current = false
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${activeId}"]`)
    row?.focus({ preventScroll: true })
  }, [activeId])

  const drop = (taskId: string, spans: ReadonlyMap<string, Span>) =>
    void barsDropped(client, timeline, taskId, spans)
  const nameOf = (taskId: string) => {
    const task = timeline.tasks.find(({ id }) => id === taskId)
    return task ? `${timeline.key}-${task.number} ${task.title}` : texts.hiddenTask
  }
  const press = useChartPress({
    timeline,
    chart,
    drawnLinks,
    scroller,
    svg,
    movable,
    onActive: activate,
    onLinks: setLinksOf,
    onDrop: drop,
    onLink: ({ from, fromEnd, to, toEnd }) =>
      void barsLinked(client, timeline.project_id, {
        predecessor: { id: from, name: nameOf(from) },
        successor: { id: to, name: nameOf(to) },
        type: linkTypeOf(fromEnd, toEnd),
      }),
  })
  const handleKeys = useRowKeys({
    chart,
    tasks: timeline.tasks,
    movable,
    active,
    rowsPerPage: Math.max(1, Math.floor(size.height / rowHeight) - 1),
    onActive: (index) => activate(index, true),
    onFold: toggle,
    onOpen: openTask,
    onLinks: setLinksOf,
    onDrop: drop,
  })
  useKeys({
    '+': () => zoomedBy(zoomStep),
    '=': () => zoomedBy(zoomStep),
    '-': () => zoomedBy(1 / zoomStep),
  })
  const showToday = useCallback(() => {
    scroller.current?.scrollTo({ left: axis.x(toDay(today)) - size.width * 0.4 })
  }, [axis, today, size.width])

  const baseline = hideBaseline
    ? undefined
    : timeline.baselines.find(({ id }) => id === timeline.baseline_id)
  const finish = useMemo(() => lastDayOf(timeline), [timeline])
  const slip =
    baseline && finish !== undefined
      ? varianceDays(chart.calendar, toDay(finish), toDay(baseline.finish_date))
      : undefined

  return (
    <>
      <TimelineToolbar
        timeline={timeline}
        baseline={baseline}
        finish={finish}
        slip={slip}
        filters={filters}
        onFilter={toggleFilter}
        onBaseline={chooseBaseline}
        onTakeBaseline={() => setTakingBaseline(true)}
        onMode={(mode) => void modeChosen(client, timeline, mode)}
        onToday={showToday}
        onExport={(format) =>
          void exportTimeline({ chart, title: timeline.name, columns, tableWidth, format })
        }
      />
      <p id="timeline-keys" className="sr-only">
        {timeline.can.plan ? texts.keys : texts.keysReadOnly}
      </p>
      <Announcement />
      <div className="relative flex min-h-0 flex-1">
        <TimelineGrid
          scroller={scroller}
          svg={svg}
          chart={chart}
          size={size}
          drawnLinks={drawnLinks}
          tableWidth={tableWidth}
          columns={columns}
          active={active}
          selects={found !== -1}
          movable={movable}
          onFold={toggle}
          onOpen={openTask}
          onKeyDown={handleKeys}
          // However the focus came to a row, the keys mean that row.
          onFocus={({ target }) => {
            const id = target.closest('[data-row]')?.getAttribute('data-row')
            if (id) setActiveId(id)
          }}
          onPress={press}
        />
        <TableDivider width={tableWidth} widest={widest} />
        {rows.length === 0 && (
          <EmptyState title={texts.noMatch} className="absolute inset-x-0 top-11">
            {texts.noMatchHint}
          </EmptyState>
        )}
      </div>
      <Legend windows={timeline.calendar.windows} />
      {proposal && (
        <ProposalBar
          proposal={proposal}
          nameOf={nameOf}
          onSave={() => void proposalAccepted(client, timeline, proposal)}
        />
      )}
      {takingBaseline && (
        <BaselineDialog
          projectId={timeline.project_id}
          onTaken={chooseBaseline}
          onClose={() => setTakingBaseline(false)}
        />
      )}
      {linksOf !== null && (
        <LinksDialog timeline={timeline} taskId={linksOf} onClose={() => setLinksOf(null)} />
      )}
    </>
  )
}

const noColumns = [] as const

function Announcement() {
  const announcement = useAnnouncement()
  return (
    <p role="status" className="sr-only">
      {announcement}
    </p>
  )
}
