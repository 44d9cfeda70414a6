import type { Timeline } from '@milepost/api-contracts/timeline'
import type { PointerEvent, RefObject } from 'react'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { type Chart, nameOfRow, placeOf } from './chart.ts'
import { dragged, draggedBy, tasksPerMove } from './drag-spans.ts'
import { type DrawnLink, linkAt } from './links.ts'
import { rowHeight } from './measures.ts'
import type { Span } from './spans.ts'
import { startBarDrag, startLinkDrag } from './start-bar-drag.ts'
import { texts } from './texts.ts'
import { announced, type DragKind, shownSpans } from './timeline-store.ts'

interface ChartPressOptions {
  timeline: Timeline
  chart: Chart
  drawnLinks: RefObject<DrawnLink[]>
  scroller: RefObject<HTMLElement | null>
  svg: RefObject<SVGSVGElement | null>
  movable: boolean
  onActive: (index: number, focus: boolean) => void
  onLinks: (taskId: string) => void
  onDrop: (taskId: string, spans: ReadonlyMap<string, Span>) => void
  onLink: (link: { from: string; fromEnd: End; to: string; toEnd: End }) => void
}
type End = 'start' | 'due'

/** What a press in the grid takes hold of: a bar, its ends, the dots that link, an arrow, a row. */
export function useChartPress(options: ChartPressOptions) {
  const { chart, scroller, svg, onActive, onLinks } = options

  function pointAt({ clientX, clientY }: { clientX: number; clientY: number }) {
    const box = svg.current?.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }

  return (event: PointerEvent<HTMLElement>) => {
    const { target, nativeEvent, button } = event
    if (button !== 0 || !(target instanceof Element) || !scroller.current) return
    const id = target.closest('[data-bar]')?.getAttribute('data-bar')
    const index = id ? chart.rowOf.get(id) : undefined
    if (id && index !== undefined) {
      onActive(index, true)
      const grip = target.closest('[data-grip]')?.getAttribute('data-grip')
      if (grip) {
        event.preventDefault()
        takeHold(options, { id, grip, press: nativeEvent, scroller: scroller.current, pointAt })
      }
      return
    }
    const { x, y } = pointAt(nativeEvent)
    const inChart = x > 0 && target.closest('[data-row], [data-table]') === null
    const link = inChart ? linkAt(options.drawnLinks.current, [x, y]) : undefined
    const row = Math.floor(y / rowHeight)
    if (link) onLinks(link.successor_id)
    // A row's own buttons keep the focus that they are given.
    else if (y > 0 && row < chart.rows.length) onActive(row, !target.closest('button'))
  }
}

interface Hold {
  id: string
  grip: string
  press: globalThis.PointerEvent
  scroller: HTMLElement
  pointAt: (event: { clientX: number; clientY: number }) => { x: number; y: number }
}

function takeHold(options: ChartPressOptions, { id, grip, press, scroller, pointAt }: Hold): void {
  const { timeline, chart, svg, movable, onDrop, onLink } = options
  const row = chart.rows[chart.rowOf.get(id) ?? -1]
  if (row?.kind !== 'task' || !movable) return
  const table = scroller.querySelector<HTMLElement>('[data-table]')
  const chartLeft = () => table?.getBoundingClientRect().right ?? 0

  if (grip === 'link-start' || grip === 'link-due') {
    const fromEnd = grip === 'link-start' ? 'start' : 'due'
    startLinkDrag({
      event: press,
      scroller,
      chartLeft,
      fromId: id,
      fromEnd,
      pointAt,
      endAt: ({ clientX, clientY }) => endAt(chart, svg.current, clientX, clientY),
      onLink: ({ taskId, end }) => onLink({ from: id, fromEnd, to: taskId, toEnd: end }),
    })
    return
  }
  const spans = dragged(timeline.tasks, row.task, row.parent)
  if (spans.size === 0) return
  if (spans.size > tasksPerMove) {
    somethingFailed(texts.tooMany)
    return
  }
  startBarDrag({
    event: press,
    scroller,
    chartLeft,
    taskId: id,
    kind: grip as DragKind,
    axis: chart.axis,
    spansAfter: (days) => draggedBy(chart.calendar, spans, grip as DragKind, days),
    onDrop: (after) => onDrop(id, after),
    onGivenUp: () => announced(texts.leftAlone(nameOfRow(chart.key, row))),
  })
}

/** The end of a task's bar that lies nearest to a point of the screen in its row. */
function endAt(chart: Chart, svg: SVGSVGElement | null, clientX: number, clientY: number) {
  const box = svg?.getBoundingClientRect()
  if (!box) return null
  const row = chart.rows[Math.floor((clientY - box.top) / rowHeight)]
  if (row?.kind !== 'task') return null
  const place = placeOf(chart, chart.rowOf.get(row.id) ?? -1, shownSpans())
  const x = clientX - box.left
  if (!place || x < place.left - 24 || x > place.right + 24) return null
  const end = x < (place.left + place.right) / 2 ? 'start' : 'due'
  return { taskId: row.id, end } as const
}
