import type { ReactNode } from 'react'
import { HeaderBar } from './HeaderBar.tsx'
import { usePageFocus } from './use-page-focus.ts'

interface PageHeaderProps {
  title: string
  /** Beside the title, left. */
  children?: ReactNode
  /** At the right end: connection state, then at most one primary button. */
  actions?: ReactNode
}

export function PageHeader({ title, children, actions }: PageHeaderProps) {
  const heading = usePageFocus(title)
  return (
    <HeaderBar fitted>
      <h1
        ref={heading}
        tabIndex={-1}
        data-page-focus
        className="whitespace-nowrap font-semibold text-base tracking-tight"
      >
        {title}
      </h1>
      {children}
      <span className="flex-1" />
      {actions}
    </HeaderBar>
  )
}
