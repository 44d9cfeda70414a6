import { type ReactNode, useRef, useState } from 'react'
import { MenuList } from './MenuList.tsx'
import type { MenuGroup } from './menu-items.ts'
import type { Placement } from './place-floating.ts'

/** What the trigger must carry: `<Button {...trigger}>`. */
export interface MenuTrigger {
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  onClick: () => void
}

interface MenuProps {
  label: string
  groups: MenuGroup[]
  placement?: Placement
  className?: string
  children: (trigger: MenuTrigger) => ReactNode
}

export function Menu({
  label,
  groups,
  placement = 'bottom-start',
  className = 'inline-flex',
  children,
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)

  function close() {
    setOpen(false)
    anchor.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }

  return (
    <span ref={anchor} className={className}>
      {children({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onClick: () => setOpen((was) => !was),
      })}
      {open && (
        <MenuList
          label={label}
          groups={groups}
          placement={placement}
          anchor={anchor}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      )}
    </span>
  )
}
