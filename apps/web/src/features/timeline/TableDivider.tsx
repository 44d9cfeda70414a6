import type { KeyboardEvent, PointerEvent } from 'react'
import { texts } from './texts.ts'
import { viewChanged } from './view-options.ts'

const narrowest = 160
const step = 16

/** The line between table and chart, which a reader can drag or move with the arrow keys. */
export function TableDivider({ width, widest }: { width: number; widest: number }) {
  const set = (tableWidth: number) =>
    viewChanged({ tableWidth: Math.round(Math.max(narrowest, Math.min(widest, tableWidth))) })

  function handlePress(event: PointerEvent<HTMLElement>) {
    const from = event.clientX - width
    const element: HTMLElement = event.currentTarget
    element.setPointerCapture(event.pointerId)
    const over = new AbortController()
    const options = { signal: over.signal }
    element.addEventListener(
      'pointermove',
      (moved: globalThis.PointerEvent) => set(moved.clientX - from),
      options,
    )
    element.addEventListener('lostpointercapture', () => over.abort(), options)
  }
  function handleKey({ key }: KeyboardEvent) {
    if (key === 'ArrowLeft') set(width - step)
    if (key === 'ArrowRight') set(width + step)
  }
  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={texts.resize(texts.table)}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={handlePress}
      onKeyDown={handleKey}
      className="absolute inset-y-0 z-(--z-sticky) m-0 h-full w-[7px] cursor-col-resize touch-none border-0 bg-transparent hover:bg-accent-soft focus-visible:bg-accent-soft max-sm:hidden"
      style={{ left: width - 4 }}
    />
  )
}
