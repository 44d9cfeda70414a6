import { NavLink } from 'react-router'

export interface Tab {
  to: string
  label: string
  count?: number
}

/** The views of one thing. Each is an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="flex gap-0.5 self-stretch">
      {tabs.map(({ to, label: name, count }) => (
        <NavLink
          key={to}
          to={to}
          className="-mb-px flex items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2 text-ink-3 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {name}
          {count !== undefined && <span className="font-normal text-ink-3 text-xs">{count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
