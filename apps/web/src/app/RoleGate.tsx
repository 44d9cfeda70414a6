import type { ReactNode } from 'react'
import { useMe } from '#shared/api/session-store.ts'
import { NoAccessPage } from './NoAccessPage.tsx'
import { mayOpen, type Page } from './pages.ts'

/** Says at once what the server would say anyway. */
export function RoleGate({ page, children }: { page: Page; children: ReactNode }) {
  const me = useMe()
  return me && mayOpen(page, me.roles) ? children : <NoAccessPage title={page.label} />
}
