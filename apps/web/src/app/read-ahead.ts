import type { QueryClient } from '@tanstack/react-query'
import { kanbanOf } from '#features/kanban/kanban-query.ts'
import { membersOf } from '#shared/api/members-query.ts'
import { projectOf, projectsOf } from '#shared/api/projects-query.ts'
import { onSessionChange, sessionStatus } from '#shared/api/session-store.ts'
import { BoardPart } from './board-part.ts'

const boardPath = /^\/projects\/([\da-f-]{36})(?:\/board)?\/?$/

/**
 * Fetches what a board's address will show, scripts and answers at once: drawn one inside the
 * other, each would begin only after the one around it. Silent when it fails: whoever shows it asks
 * again, and says what went wrong. Call it before the first drawing.
 */
export function readAhead(client: QueryClient, path: string): void {
  const projectId = boardPath.exec(path)?.[1]
  if (projectId === undefined) return
  BoardPart.ahead().catch(() => undefined)

  const fetch = () => {
    void client.prefetchQuery(kanbanOf(projectId))
    void client.prefetchQuery(membersOf(projectId))
    void client.prefetchQuery(projectOf(projectId))
    void client.prefetchQuery(projectsOf())
  }
  if (sessionStatus() === 'signed_in') {
    fetch()
    return
  }
  const stop = onSessionChange(({ status }) => {
    stop()
    if (status === 'signed_in') fetch()
  })
}
