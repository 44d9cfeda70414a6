import { type RefObject, useLayoutEffect } from 'react'
import { type Placement, placeFloating } from './place-floating.ts'

/** Puts what floats beside its anchor when it appears, before it is painted. */
export function useFloating(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  placement: Placement,
): void {
  useLayoutEffect(() => {
    const box = floating.current
    if (!open || !anchor.current || !box) return
    const { top, left } = placeFloating(
      anchor.current.getBoundingClientRect(),
      box.getBoundingClientRect(),
      { width: window.innerWidth, height: window.innerHeight },
      placement,
    )
    box.style.top = `${top}px`
    box.style.left = `${left}px`
  }, [open, anchor, floating, placement])
}
