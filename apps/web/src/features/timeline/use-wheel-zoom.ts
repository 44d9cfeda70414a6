import { type RefObject, useEffect, useRef } from 'react'
import { type ZoomOption, zoomedBy } from './view-options.ts'

/** Zooms with Ctrl and the wheel, or two fingers, around the day under the pointer. */
export function useWheelZoom(
  scroller: RefObject<HTMLElement | null>,
  tableWidth: number,
  anchorAt: (x: number) => void,
  option: ZoomOption = 'pxPerDay',
): void {
  const latest = useRef(anchorAt)
  useEffect(() => {
    latest.current = anchorAt
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const handle = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current(Math.max(0, event.clientX - element.getBoundingClientRect().left - tableWidth))
      zoomedBy(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 300), option)
    }
    // React's own wheel listeners are passive, and the browser would zoom the page.
    element.addEventListener('wheel', handle, { passive: false })
    return () => element.removeEventListener('wheel', handle)
  }, [scroller, tableWidth, option])
}
