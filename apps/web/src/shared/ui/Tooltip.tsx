import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { layerOf } from './layer-of.ts'
import { useFloating } from './use-floating.ts'

interface TooltipProps {
  text: string
  children: ReactNode
  className?: string
}

const delayMs = 400

/** A sentence beside what is hovered or focused. Never the only place where something is said. */
export function Tooltip({ text, children, className = 'inline-flex' }: TooltipProps) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const floating = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFloating(open, anchor, floating, 'top')

  useEffect(() => {
    const element = anchor.current
    if (!element) return
    const gone = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setOpen(true), delay)
    }
    const hide = () => {
      clearTimeout(timer)
      setOpen(false)
    }
    const { signal } = gone
    element.addEventListener('pointerenter', () => show(delayMs), { signal })
    element.addEventListener('pointerleave', hide, { signal })
    element.addEventListener('pointerdown', hide, { signal })
    element.addEventListener(
      'focusin',
      ({ target }) => target instanceof Element && target.matches(':focus-visible') && show(0),
      { signal },
    )
    element.addEventListener('focusout', hide, { signal })
    element.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { signal })
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [])

  return (
    <span ref={anchor} className={className} aria-describedby={open ? id : undefined}>
      {children}
      {open &&
        createPortal(
          <div
            ref={floating}
            id={id}
            role="tooltip"
            className="pointer-events-none fixed z-(--z-menu) max-w-72 rounded-md bg-raised px-2 py-1 text-pretty text-ink-2 text-xs shadow-float"
          >
            {text}
          </div>,
          layerOf(anchor.current),
        )}
    </span>
  )
}
