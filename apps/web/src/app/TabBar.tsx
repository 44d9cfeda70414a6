import { clsx } from 'clsx'
import { NavLink } from 'react-router'
import { useMe } from '#shared/api/session-store.ts'
import { type DrawerContent, drawerOpened } from '#shared/ui/drawer-store.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import type { IconName } from '#shared/ui/icon-paths.tsx'
import { pagesFor } from './pages.ts'

const look =
  'grid place-items-center content-center gap-0.5 text-2xs text-ink-3 aria-[current=page]:font-semibold aria-[current=page]:text-ink'

/** The bar at the bottom of a phone: two pages, the projects, and the rest. */
export function TabBar() {
  const me = useMe()
  const first = pagesFor(me?.roles ?? []).slice(0, 2)
  return (
    <nav
      aria-label="Main"
      className={clsx(
        'fixed inset-x-0 bottom-0 z-(--z-header) grid h-14 border-line border-t bg-surface sm:hidden present:hidden',
        first.length === 2 ? 'grid-cols-4' : 'grid-cols-3',
      )}
    >
      {first.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} className={look}>
          <Icon name={icon} />
          {label}
        </NavLink>
      ))}
      <Opener content="projects" icon="grid" label="Projects" />
      <Opener content="all" icon="menu" label="More" />
    </nav>
  )
}

const Opener = (opener: { content: DrawerContent; icon: IconName; label: string }) => (
  <button
    type="button"
    aria-haspopup="dialog"
    className={look}
    onClick={() => drawerOpened(opener.content)}
  >
    <Icon name={opener.icon} />
    {opener.label}
  </button>
)
