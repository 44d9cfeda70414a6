import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useFloating } from '#shared/ui/use-floating.ts'
import { useLeave } from '#shared/ui/use-leave.ts'

interface PopoverProps {
  label: string
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

/** A small form beside what opened it. The page stays usable: going on elsewhere puts it away. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  useFloating(true, anchor, box, 'bottom-end')
  useLeave(box, anchor, onClose)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  return createPortal(
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
        anchor.current?.querySelector('button')?.focus()
      }}
      className="fixed z-(--z-menu) w-72 max-w-[calc(100vw-16px)] rounded-lg bg-raised px-4 pb-4 shadow-float"
    >
      {children}
    </div>,
    document.body,
  )
}
