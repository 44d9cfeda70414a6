import type { Role } from '@milepost/api-contracts/roles'
import type { IconName } from '#shared/ui/icon-paths.tsx'

export interface Page {
  to: string
  label: string
  icon: IconName
  roles: readonly Role[]
}

/** Pages beside the projects, in the order of the sidebar. The server decides anyway; this only hides what it would refuse. */
export const pages = {
  portfolio: {
    to: '/portfolio',
    label: 'Portfolio',
    icon: 'portfolio',
    roles: ['executive', 'project_manager', 'admin'],
  },
  inbox: {
    to: '/inbox',
    label: 'Inbox',
    icon: 'inbox',
    roles: ['executive', 'project_manager', 'contributor', 'admin'],
  },
  myWork: {
    to: '/my-work',
    label: 'My work',
    icon: 'tasks',
    roles: ['project_manager', 'contributor', 'admin'],
  },
  timesheet: {
    to: '/timesheet',
    label: 'My week',
    icon: 'clock',
    roles: ['project_manager', 'contributor', 'admin'],
  },
  calendars: {
    to: '/calendars',
    label: 'Calendars',
    icon: 'calendar',
    roles: ['project_manager', 'admin'],
  },
  templates: {
    to: '/templates',
    label: 'Templates',
    icon: 'copy',
    roles: ['project_manager', 'admin'],
  },
  people: { to: '/admin/people', label: 'People', icon: 'people', roles: ['admin'] },
} as const satisfies Record<string, Page>

export const mayOpen = (page: Page, roles: readonly Role[]) =>
  page.roles.some((role) => roles.includes(role))

export const pagesFor = (roles: readonly Role[]): Page[] =>
  Object.values(pages).filter((page) => mayOpen(page, roles))

/** Where work starts: the portfolio, the manager's own board, or one's own tasks. */
export function homeFor(roles: readonly Role[], firstOwnProjectId: string | undefined): string {
  if (roles.includes('executive') || roles.includes('admin')) return pages.portfolio.to
  if (roles.includes('project_manager')) {
    return firstOwnProjectId === undefined
      ? pages.portfolio.to
      : `/projects/${firstOwnProjectId}/board`
  }
  return pages.myWork.to
}
