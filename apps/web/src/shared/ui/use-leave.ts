import { type RefObject, useEffect, useRef } from 'react'

/** Closes when the reader presses, scrolls or resizes elsewhere. */
export function useLeave(
  list: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onLeave: () => void,
) {
  const latest = useRef(onLeave)
  useEffect(() => {
    latest.current = onLeave
  })
  useEffect(() => {
    const gone = new AbortController()
    const { signal } = gone
    const leave = ({ target }: Event) => {
      const inside =
        target instanceof Node &&
        (list.current?.contains(target) || anchor.current?.contains(target))
      if (!inside) latest.current()
    }
    document.addEventListener('pointerdown', leave, { signal, capture: true })
    window.addEventListener('scroll', leave, { signal, capture: true })
    window.addEventListener('resize', leave, { signal })
    return () => gone.abort()
  }, [list, anchor])
}
