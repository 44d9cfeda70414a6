import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type LaneSpan, spanOf } from './lane-span.ts'

/**
 * Drawn before it is needed, above and below the window, in pixels. A lane is drawn anew when it has
 * less than `least`, and then as far as `most`: card by card, each scroll would have the browser
 * paint again what it has painted ahead.
 */
const least = 200
const most = 500

/** To say that lists have moved in the window for another reason than a scroll. */
const movedEvent = 'milepost:lists-moved'
export const listsMoved = () => window.dispatchEvent(new Event(movedEvent))

interface LaneOptions<Item> {
  list: RefObject<HTMLElement | null>
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** Pixels; taken until the item has been in the page. */
  estimate: (item: Item) => number
}

/**
 * Which items of a list that scrolls with the window have to be in the page. The list keeps its
 * children in their order and knows nothing of their places, so a height that was estimated badly
 * moves nothing the reader sees.
 */
export function useLaneSpan<Item>({ list, items, keyOf, estimate }: LaneOptions<Item>) {
  const known = useRef({ width: 0, heights: new Map<string, number>() })
  const heights = useMemo(
    () => items.map((item) => known.current.heights.get(keyOf(item)) ?? estimate(item)),
    [items, keyOf, estimate],
  )
  // At first only what is seen, so that it is seen soon.
  const [span, setSpan] = useState(() => spanOf({ heights, from: 0, to: window.innerHeight }))
  const shown = useRef(span)
  const drawn = useRef(items)

  const look = () => {
    const element = list.current
    if (!element) return
    const { top, width } = element.getBoundingClientRect()
    if (width !== known.current.width) known.current = { width, heights: new Map() }
    // Nothing has a height in a page that is hidden.
    if (width > 0) measure(element.children)
    const around = (ahead: number) =>
      spanOf({ heights, from: -top - ahead, to: window.innerHeight - top + ahead })
    if (drawn.current === items && covers(shown.current, around(least))) return
    const next = around(most)
    if (isSame(next, shown.current)) return
    shown.current = next
    setSpan(next)
  }

  function measure(children: HTMLCollection) {
    for (const [offset, child] of [...children].entries()) {
      const index = shown.current.first + offset
      const item = items[index]
      if (!item) return
      const { height } = child.getBoundingClientRect()
      heights[index] = height
      known.current.heights.set(keyOf(item), height)
    }
  }

  const latest = useRef(look)
  useLayoutEffect(() => {
    latest.current = look
    shown.current = span
    // Other items, other places.
    if (drawn.current !== items) look()
    drawn.current = items
  })
  useEffect(() => {
    const lookAgain = () => latest.current()
    lookAgain()
    // When these are told, the page has its layout: reading it costs nothing. What follows is drawn
    // together for all lanes.
    window.addEventListener('scroll', lookAgain, { passive: true })
    window.addEventListener('resize', lookAgain)
    window.addEventListener(movedEvent, lookAgain)
    return () => {
      window.removeEventListener('scroll', lookAgain)
      window.removeEventListener('resize', lookAgain)
      window.removeEventListener(movedEvent, lookAgain)
    }
  }, [])
  return span
}

const covers = (one: LaneSpan, other: LaneSpan) =>
  one.first <= other.first && one.until >= other.until

const isSame = (one: LaneSpan, other: LaneSpan) =>
  one.first === other.first && one.until === other.until && one.above === other.above
