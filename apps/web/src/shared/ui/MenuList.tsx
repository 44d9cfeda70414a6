import { clsx } from 'clsx'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { layerOf } from './layer-of.ts'
import { MenuRow } from './MenuRow.tsx'
import type { MenuGroup } from './menu-items.ts'
import type { Placement } from './place-floating.ts'
import { useFloating } from './use-floating.ts'
import { useLeave } from './use-leave.ts'

interface MenuListProps {
  label: string
  groups: MenuGroup[]
  placement: Placement
  anchor: RefObject<HTMLElement | null>
  /** Closes and gives the focus back. */
  onClose: () => void
  /** Closes because the reader went on elsewhere. */
  onLeave: () => void
}

/** The floating list of a menu: arrows walk, Enter chooses, Esc gives the focus back. */
export function MenuList({ label, groups, placement, anchor, onClose, onLeave }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  useFloating(true, anchor, list, placement)
  useLeave(list, anchor, onLeave)

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    const first = list.current?.querySelector<HTMLElement>('[role^=menuitem]')
    ;(current ?? first)?.focus()
  }, [])

  function handleKey(event: KeyboardEvent) {
    const all = items()
    const at = all.findIndex((item) => item.matches(':focus'))
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) all[step]?.focus()
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'Tab') return onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return createPortal(
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={handleKey}
      className="fixed z-(--z-menu) max-h-[min(480px,calc(100vh-16px))] min-w-48 max-w-80 overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
    >
      {groups.map((group, index) => (
        <fieldset
          key={group.heading ?? group.items[0]?.label}
          className={clsx(index > 0 && 'mt-1 border-line border-t pt-1')}
        >
          {group.heading && (
            <legend className="px-2 pt-1 pb-0.5 text-ink-3 text-xs">{group.heading}</legend>
          )}
          {group.items.map((item) => (
            <MenuRow key={item.label} item={item} onDone={onClose} />
          ))}
        </fieldset>
      ))}
    </div>,
    layerOf(anchor.current),
  )
}
