import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

interface PanelProps {
  title: string
  /** Beside the title, quiet: a count, a period. */
  note?: ReactNode
  /** At the right end of the header. */
  aside?: ReactNode
  footer?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled box: one border around it, one line between its parts. */
export function Panel({ title, note, aside, footer, className, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={clsx('min-w-0 rounded-lg border border-line bg-surface', className)}
    >
      <header className="flex h-9 items-center gap-2 border-line border-b pr-2 pl-4 max-sm:h-11">
        <h2 id={id} className="whitespace-nowrap font-semibold">
          {title}
        </h2>
        {note !== undefined && <span className="truncate text-ink-3 text-xs">{note}</span>}
        <span className="flex-1" />
        {aside}
      </header>
      {children}
      {footer !== undefined && (
        <footer className="flex items-center gap-2 border-line border-t px-4 py-2 text-ink-3 text-xs">
          {footer}
        </footer>
      )}
    </section>
  )
}
