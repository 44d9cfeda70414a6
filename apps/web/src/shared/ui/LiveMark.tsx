import { clsx } from 'clsx'

/** How fresh the page is: it follows changes, tries to again, or cannot for now. */
export type Liveness = 'live' | 'reconnecting' | 'offline'

const dots: Record<Liveness, string> = {
  live: 'bg-green-mark',
  reconnecting: 'border-[1.5px] border-amber-mark',
  offline: 'border-[1.5px] border-dashed border-unknown-mark',
}

interface LiveMarkProps {
  state: Liveness
  /** "Live", "As of 09:12", "Reconnecting, last change 09:11". */
  children: string
}

export function LiveMark({ state, children }: LiveMarkProps) {
  return (
    <span
      role="status"
      className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-3 text-xs"
    >
      <i className={clsx('size-[7px] flex-none rounded-full', dots[state])} />
      {children}
    </span>
  )
}
