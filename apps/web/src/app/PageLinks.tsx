import type { Role } from '@milepost/api-contracts/roles'
import { NavLink } from 'react-router'
import { Icon } from '#shared/ui/Icon.tsx'
import { navLinkClass } from './nav-link-class.ts'
import { pages, pagesFor } from './pages.ts'
import { UnreadCount } from './UnreadCount.tsx'

export const PageLinks = ({ roles }: { roles: readonly Role[] }) => (
  <ul className="grid grid-cols-1 gap-px">
    {pagesFor(roles).map(({ to, label, icon }) => (
      <li key={to}>
        <NavLink to={to} className={navLinkClass}>
          <Icon name={icon} />
          {label}
          {to === pages.inbox.to && <UnreadCount />}
        </NavLink>
      </li>
    ))}
  </ul>
)
