import type { ReactNode, RefObject } from 'react'
import { IconButton } from './IconButton.tsx'
import { useSidePanel } from './use-side-panel.ts'

interface SidePanelProps {
  label: string
  id?: string
  ref?: RefObject<HTMLElement | null>
  /** In its bar, before the cross. */
  bar: ReactNode
  onClose: () => void
  children: ReactNode
}

/**
 * What stands beside a page without being modal. Where the window is wide enough the page makes room
 * for it; elsewhere it lies over the page's right part.
 */
export function SidePanel({ label, id, ref, bar, onClose, children }: SidePanelProps) {
  useSidePanel()
  return (
    <aside
      ref={ref}
      id={id}
      tabIndex={-1}
      aria-label={label}
      data-page-focus
      className="fixed top-(--size-header) right-0 bottom-0 z-(--z-panel) flex w-(--size-panel) max-w-full flex-col border-line-strong border-l bg-raised max-sm:top-0 max-sm:w-full max-sm:border-l-0"
    >
      <header className="flex h-10 flex-none items-center gap-1 border-line border-b pr-2 pl-5 max-sm:h-12">
        {bar}
        <IconButton icon="close" iconSize={14} label="Close, Esc" onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
