import { useLayoutEffect, useRef } from 'react'

/**
 * Keeps something at its height in the window when the page around it is laid out anew because of
 * `change`: the reader's eye is on it. Answers how to say, just before, what that is.
 */
export function useStaying(change: unknown): (element: Element) => void {
  const seen = useRef<{ element: Element; top: number } | null>(null)
  useLayoutEffect(() => {
    if (!seen.current) return
    const { element, top } = seen.current
    seen.current = null
    const moved = element.getBoundingClientRect().top - top
    if (change !== undefined && moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  }, [change])
  return (element) => {
    seen.current = { element, top: element.getBoundingClientRect().top }
  }
}
