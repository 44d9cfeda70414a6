import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  /** Beside the title, quiet. */
  note?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** A part of the task panel below the fields. */
export function Section({ title, note, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-5 border-line border-t pt-3">
      <header className="flex min-h-6 items-center gap-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {note !== undefined && <span className="text-ink-3 text-xs tabular-nums">{note}</span>}
        <span className="flex-1" />
        <div className="-mr-2 flex">{aside}</div>
      </header>
      {children}
    </section>
  )
}
