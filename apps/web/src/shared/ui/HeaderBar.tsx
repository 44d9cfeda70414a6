import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { drawerOpened } from './drawer-store.ts'
import { IconButton } from './IconButton.tsx'

interface HeaderBarProps {
  /** Ends where the content does, on windows wider than a page becomes. */
  fitted?: boolean
  children: ReactNode
}

/** The bar on top of every page, 48 high, which stays while the page scrolls. */
export function HeaderBar({ fitted = false, children }: HeaderBarProps) {
  return (
    <header
      className={clsx(
        'sticky top-0 z-(--z-header) flex h-(--size-header) items-center gap-3 border-line border-b bg-canvas px-6 max-sm:pr-2 max-sm:pl-4 min-[1280px]:paneled:-mr-(--size-panel)',
        fitted && 'sm:pr-[max(24px,calc(100%-var(--content-max)+24px))] present:pr-6!',
      )}
    >
      <span className="-ml-2 hidden sm:block lg:hidden">
        <IconButton icon="menu" label="Menu" onClick={() => drawerOpened('all')} />
      </span>
      {children}
    </header>
  )
}
