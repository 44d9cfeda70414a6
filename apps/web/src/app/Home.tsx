import { Navigate } from 'react-router'
import { isRunning, useProjects } from '#shared/api/projects-query.ts'
import { useMe } from '#shared/api/session-store.ts'
import { homeFor } from './pages.ts'

/** Sends everybody to where their work starts. */
export function Home() {
  const me = useMe()
  const roles = me?.roles ?? []
  const manages = roles.includes('project_manager')
  const projects = useProjects(manages)
  if (manages && projects.isPending) return null
  const own = projects.data?.items.filter(isRunning)
  const first = own?.find(({ manager }) => manager?.id === me?.id) ?? own?.[0]
  return <Navigate to={homeFor(roles, first?.id)} replace />
}
