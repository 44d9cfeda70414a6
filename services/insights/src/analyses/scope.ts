import { createHash } from 'node:crypto'

/** What an analysis reads. Two with the same key read the same projects. */
export interface Scope {
  kind: 'project' | 'portfolio'
  project_id: string | null
  scope_project_ids: string[]
  scope_key: string
}

export const projectScope = (projectId: string): Scope => ({
  kind: 'project',
  project_id: projectId,
  scope_project_ids: [projectId],
  scope_key: projectId,
})

/** The order and repetition of the projects do not matter. */
export function portfolioScope(projectIds: readonly string[]): Scope {
  const ids = [...new Set(projectIds)].sort()
  const hash = createHash('sha256').update(ids.join(',')).digest('hex')
  return {
    kind: 'portfolio',
    project_id: null,
    scope_project_ids: ids,
    scope_key: `portfolio:${hash}`,
  }
}
