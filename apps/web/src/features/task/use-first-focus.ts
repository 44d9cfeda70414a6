import { type RefObject, useEffect, useRef } from 'react'

/** Gives what just appeared the focus, once. */
export function useFirstFocus<Element extends HTMLElement>(
  wanted = true,
): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => {
    if (wanted) element.current?.focus()
  }, [wanted])
  return element
}
