import type { ReactNode } from 'react'

/** Said to a screen reader, shown to nobody. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
