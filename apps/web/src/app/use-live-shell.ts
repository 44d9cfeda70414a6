import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startLive, useLiveChannel } from '#shared/api/live.ts'
import { projectsKey } from '#shared/api/projects-query.ts'
import { refreshSession } from '#shared/api/refresh-session.ts'
import { useMe } from '#shared/api/session-store.ts'
import { unreadKey } from '#shared/api/unread-query.ts'
import { mayOpen, pages } from './pages.ts'

/** What changes the list of projects or a mark in it. */
const listed = new Set([
  'project.created',
  'project.updated',
  'project.deleted',
  'insight.generated',
])

/** Keeps the live channel open while the shell stands, and what stands in the shell current. */
export function useLiveShell(): void {
  const client = useQueryClient()
  const me = useMe()
  const id = me?.id
  useEffect(() => {
    if (id !== undefined) return startLive()
  }, [id])

  const readAgain = () => void client.invalidateQueries({ queryKey: projectsKey, exact: true })
  const seesPortfolio = me !== null && mayOpen(pages.portfolio, me.roles)
  useLiveChannel(seesPortfolio ? 'portfolio' : null, {
    onEvent: ({ event_type }) => {
      if (listed.has(event_type)) readAgain()
    },
    onResync: readAgain,
  })
  useLiveChannel(id === undefined ? null : `user:${id}`, {
    onEvent: ({ event_type }) => {
      if (event_type === 'user.access_changed') void accessChanged()
      if (event_type === 'notification.added')
        void client.invalidateQueries({ queryKey: unreadKey })
    },
    onResync: readAgain,
  })

  /** Roles or teams are others now: the next token says which, and everything is read again with it. */
  async function accessChanged() {
    if (await refreshSession()) await client.invalidateQueries()
  }
}
