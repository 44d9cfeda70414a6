import { type RefObject, useLayoutEffect, useState } from 'react'
import { headerHeight } from './measures.ts'
import { type Drawn, drawnAt, sameDrawn } from './visible.ts'

export interface Size {
  /** Of the chart without the table, and of the rows without the header. */
  width: number
  height: number
}

const none: Drawn = { rowFrom: 0, rowTo: 0, xFrom: 0, xTo: 0 }

/** The room that the chart has on the screen. */
export function useChartSize(scroller: RefObject<HTMLElement | null>, tableWidth: number): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => {
      const width = Math.max(0, element.clientWidth - tableWidth)
      const height = Math.max(0, element.clientHeight - headerHeight)
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [scroller, tableWidth])
  return size
}

/**
 * What of the chart is drawn. The browser scrolls table, header and chart together; React is asked
 * for more only when a scroll has used up what is there.
 */
export function useDrawn(
  scroller: RefObject<HTMLElement | null>,
  size: Size,
  rowCount: number,
): Drawn {
  const [drawn, setDrawn] = useState(none)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const { scrollTop, scrollLeft } = element
      const next = drawnAt({ scrollTop, scrollLeft, ...size }, rowCount)
      setDrawn((was) => (sameDrawn(was, next) ? was : next))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller, size, rowCount])
  return drawn
}
