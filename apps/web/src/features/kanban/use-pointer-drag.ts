import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import type { PointerDragProps } from './PointerDrag.tsx'

/** What a pointer did to the cards lately. */
export interface Press {
  down: MouseEvent | TouchEvent | null
  move: MouseEvent | null
  up: MouseEvent | null
}

/**
 * Dragging with a pointer is loaded when one comes near the cards. What it does until then is kept,
 * to be made good: nobody waits for scripts with a card in hand.
 */
export function usePointerDrag(surface: RefObject<HTMLElement | null>) {
  const press = useRef<Press>({ down: null, move: null, up: null })
  const [PointerDrag, setPointerDrag] = useState<ComponentType<PointerDragProps> | null>(null)
  useEffect(() => {
    const element = surface.current
    if (!element) return
    const gone = new AbortController()
    const options = { signal: gone.signal, capture: true, passive: true }
    let asked = false
    const come = async () => {
      if (asked) return
      asked = true
      try {
        const loaded = await import('./PointerDrag.tsx')
        setPointerDrag(() => loaded.PointerDrag)
      } catch {
        // Without a connection nothing could be moved anyway; the pointer will come again.
        asked = false
      }
    }
    const pressed = (down: MouseEvent | TouchEvent) => {
      press.current = { down, move: null, up: null }
    }
    element.addEventListener('pointerover', () => void come(), options)
    element.addEventListener('mousedown', pressed, options)
    element.addEventListener('touchstart', pressed, options)
    window.addEventListener('mousemove', (move) => Object.assign(press.current, { move }), options)
    window.addEventListener('mouseup', (up) => Object.assign(press.current, { up }), options)
    // A finger that scrolls or leaves holds nothing.
    const left = () => Object.assign(press.current, { down: null })
    window.addEventListener('touchmove', left, options)
    window.addEventListener('touchend', left, options)
    return () => gone.abort()
  }, [surface])
  return { PointerDrag, press }
}
