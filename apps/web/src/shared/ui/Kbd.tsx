import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A key. `inherit` takes the colour of a filled button it stands on. */
export function Kbd({ children, inherit = false }: { children: ReactNode; inherit?: boolean }) {
  return (
    <kbd
      className={clsx(
        'inline-block min-w-4 max-sm:hidden rounded-xs border px-1 text-center font-medium font-sans text-2xs',
        inherit ? 'border-current opacity-80' : 'border-line-strong text-ink-3',
      )}
    >
      {children}
    </kbd>
  )
}
