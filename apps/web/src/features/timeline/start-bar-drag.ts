import type { Axis } from './axis.ts'
import type { Span } from './spans.ts'
import {
  barDragged,
  currentDraft,
  currentLinkDraft,
  type DragKind,
  dragEnded,
  linkDragged,
} from './timeline-store.ts'

/** A press must travel so far, in pixels, before it is a drag. */
const threshold = 3
/** This near to the edge the chart scrolls along, so far at each frame. */
const edgePixels = 36
const scrollPixels = 12

interface Press {
  event: PointerEvent
  scroller: HTMLElement
  /** Of the chart on the screen; it lies under the table. */
  chartLeft: () => number
}

interface BarDrag extends Press {
  taskId: string
  kind: DragKind
  axis: Axis
  spansAfter: (days: number) => ReadonlyMap<string, Span>
  onDrop: (spans: ReadonlyMap<string, Span>) => void
  onGivenUp: () => void
}

/** Follows the pointer with the bar until it is let go or Escape is pressed. */
export function startBarDrag(drag: BarDrag): void {
  const { event: press, scroller, taskId, kind, axis, spansAfter, onDrop, onGivenUp } = drag
  const fromX = press.clientX + scroller.scrollLeft
  let days = 0
  follow({
    ...drag,
    onMove({ clientX }) {
      const next = Math.round((clientX + scroller.scrollLeft - fromX) / axis.pxPerDay)
      if (next === days && currentDraft()) return
      days = next
      barDragged({ taskId, kind, by: 'pointer', spans: spansAfter(days) })
    },
    onEnd(given) {
      const draft = currentDraft()
      dragEnded()
      if (given && draft && days !== 0) onDrop(draft.spans)
      else if (draft) onGivenUp()
    },
  })
}

interface LinkDrag extends Press {
  fromId: string
  fromEnd: 'start' | 'due'
  /** A point of the screen in the chart. */
  pointAt: (event: PointerEvent) => { x: number; y: number }
  /** The bar's end at a point of the screen. */
  endAt: (event: PointerEvent) => { taskId: string; end: 'start' | 'due' } | null
  onLink: (to: { taskId: string; end: 'start' | 'due' }) => void
}

/** Draws an arrow from a bar's end to the pointer until it is let go over another bar. */
export function startLinkDrag(drag: LinkDrag): void {
  const { fromId, fromEnd, pointAt, endAt, onLink } = drag
  follow({
    ...drag,
    onMove(event) {
      const over = endAt(event)
      linkDragged({
        fromId,
        fromEnd,
        ...pointAt(event),
        over: over && over.taskId !== fromId ? over : null,
      })
    },
    onEnd(given) {
      const over = currentLinkDraft()?.over
      dragEnded()
      if (given && over) onLink(over)
    },
  })
}

interface Following extends Press {
  onMove: (event: PointerEvent) => void
  /** `given` is false when it was given up. */
  onEnd: (given: boolean) => void
}

function follow({ event: press, scroller, chartLeft, onMove, onEnd }: Following): void {
  const over = new AbortController()
  const options = { signal: over.signal, capture: true }
  let began = false
  let last = press
  let frame = 0

  function scrollAlong() {
    const right = scroller.getBoundingClientRect().right
    const step =
      last.clientX > right - edgePixels
        ? scrollPixels
        : last.clientX < chartLeft() + edgePixels
          ? -scrollPixels
          : 0
    if (step !== 0) {
      scroller.scrollLeft += step
      onMove(last)
    }
    frame = requestAnimationFrame(scrollAlong)
  }

  function end(given: boolean) {
    over.abort()
    cancelAnimationFrame(frame)
    if (began) onEnd(given)
  }

  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== press.pointerId) return
      const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY)
      if (!began && far < threshold) return
      if (!began) {
        began = true
        frame = requestAnimationFrame(scrollAlong)
      }
      last = event
      onMove(event)
    },
    options,
  )
  window.addEventListener('pointerup', () => end(true), options)
  window.addEventListener('pointercancel', () => end(false), options)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !began) return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    },
    options,
  )
}
