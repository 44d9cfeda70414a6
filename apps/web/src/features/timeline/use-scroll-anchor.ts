import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Axis } from './axis.ts'

/**
 * Keeps a day where it is on the screen while the axis changes under it: a zoom keeps the day under the
 * pointer or in the middle, a plan that begins earlier does not shove what one looks at.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  axis: Axis,
  chartWidth: number,
  /** Asked once, when there is something to show. */
  firstDay: () => number,
) {
  const last = useRef<Axis | null>(null)
  /** Pixels from the chart's left edge. */
  const anchor = useRef<number | null>(null)
  const begin = useRef(firstDay)
  begin.current = firstDay

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || chartWidth === 0) return
    const before = last.current
    last.current = axis
    if (!before) {
      element.scrollLeft = axis.x(begin.current())
      return
    }
    if (before.pxPerDay === axis.pxPerDay && before.first === axis.first) return
    const zoomed = before.pxPerDay !== axis.pxPerDay
    const at = zoomed ? (anchor.current ?? chartWidth / 2) : 0
    anchor.current = null
    const day = (element.scrollLeft + at) / before.pxPerDay + before.first
    element.scrollLeft = (day - axis.first) * axis.pxPerDay - at
  }, [scroller, axis, chartWidth])

  return {
    anchorAt: (x: number) => {
      anchor.current = x
    },
  }
}
