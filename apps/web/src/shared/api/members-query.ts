import type { memberListSchema } from '@milepost/api-contracts/projects'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

const fiveMinutes = 5 * 60_000

/** Who works on a project: the people of its team. */
export const membersOf = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'members'],
    queryFn: ({ signal }) =>
      request<z.infer<typeof memberListSchema>>({
        method: 'GET',
        path: `/projects/${projectId}/members`,
        signal,
      }),
    staleTime: fiveMinutes,
  })
export const useMembers = (projectId: string) => useQuery(membersOf(projectId))
