import type {
  CreateRelation,
  Hierarchy,
  RelationKind,
  RelationList,
} from '@milepost/api-contracts/discussion'
import type { SearchResult } from '@milepost/api-contracts/search'
import type { TaskView } from '@milepost/api-contracts/tasks'
import type { TaskDependencies } from '@milepost/api-contracts/timeline'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useLiveChannel } from '#shared/api/live.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { keyOf, useDoing } from './discussion-query.ts'

export interface Links {
  dependencies: TaskDependencies
  relations: RelationList
}

/** What a task waits for, what waits for it, and what it has to do with. */
export function useLinks(task: Pick<TaskView, 'id' | 'project_id'>) {
  const { id } = task
  const links = useQuery({
    queryKey: keyOf(id, 'links'),
    queryFn: async ({ signal }): Promise<Links> => {
      const [dependencies, relations] = await Promise.all([
        request<TaskDependencies>({ method: 'GET', path: `/tasks/${id}/dependencies`, signal }),
        request<RelationList>({ method: 'GET', path: `/tasks/${id}/relations`, signal }),
      ])
      return { dependencies, relations }
    },
  })
  const shown = links.data
    ? [
        ...links.data.dependencies.predecessors,
        ...links.data.dependencies.successors,
        ...links.data.relations.items,
      ].map(({ task }) => task.id)
    : []
  // A link is announced as a change of the task that waits, which may be the other one.
  useNewsOf(
    task,
    'links',
    (taskId, fields) => shown.includes(taskId) || fields.includes('dependencies'),
  )
  return links
}

export function useHierarchy(task: Pick<TaskView, 'id' | 'project_id'>) {
  const { id } = task
  const hierarchy = useQuery({
    queryKey: keyOf(id, 'hierarchy'),
    queryFn: ({ signal }) =>
      request<Hierarchy>({ method: 'GET', path: `/tasks/${id}/hierarchy`, signal }),
  })
  const { ancestors = [], subtasks = [] } = hierarchy.data ?? {}
  const shown = [...ancestors, ...subtasks].map((one) => one.id)
  useNewsOf(task, 'hierarchy', (taskId) => shown.includes(taskId))
  return hierarchy
}

function useNewsOf(
  { id, project_id }: Pick<TaskView, 'id' | 'project_id'>,
  part: string,
  concerns: (taskId: string, changedFields: readonly string[]) => boolean,
) {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: keyOf(id, part) })
  useLiveChannel(`project:${project_id}`, {
    onEvent: ({ task_id, changed_fields }) => {
      const fields = Array.isArray(changed_fields) ? changed_fields : []
      if (typeof task_id === 'string' && concerns(task_id, fields)) readAgain()
    },
    onResync: readAgain,
  })
}

/** How the link form names a link: from the task that is open to the one that is chosen. */
export type LinkKind = 'waits_for' | 'blocks' | RelationKind

export const useAddLink = (taskId: string) =>
  useDoing(taskId, 'links', ({ kind, otherId }: { kind: LinkKind; otherId: string }) => {
    const idempotencyKey = randomKey()
    const method = 'POST'
    if (kind === 'waits_for' || kind === 'blocks') {
      const [waits, first] = kind === 'waits_for' ? [taskId, otherId] : [otherId, taskId]
      const path = `/tasks/${waits}/dependencies`
      return request({ method, path, body: { predecessor_id: first }, idempotencyKey })
    }
    const body: CreateRelation = { task_id: otherId, kind }
    return request({ method, path: `/tasks/${taskId}/relations`, body, idempotencyKey })
  })

export const useRemoveLink = (taskId: string) =>
  useDoing(taskId, 'links', ({ of, id }: { of: 'dependencies' | 'relations'; id: string }) =>
    request({ method: 'DELETE', path: `/${of}/${id}` }),
  )

/** Tasks of the project by key or title; those changed last when nothing is typed. */
export function useTaskSearch(projectId: string, typed: string) {
  const q = useDeferredValue(typed.trim())
  return useQuery({
    queryKey: ['task-search', projectId, q],
    queryFn: ({ signal }) =>
      request<SearchResult>({
        method: 'GET',
        path: `/search?project_id=${projectId}&limit=8&q=${encodeURIComponent(q)}`,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}
