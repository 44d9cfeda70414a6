import { memberListSchema } from '@milepost/api-contracts/projects'
import { useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

const fiveMinutes = 5 * 60_000

/** Who works on a project: the people of its team. */
export const useMembers = (projectId: string) =>
  useQuery({
    queryKey: ['projects', projectId, 'members'],
    queryFn: ({ signal }) =>
      request({
        method: 'GET',
        path: `/projects/${projectId}/members`,
        answer: memberListSchema,
        signal,
      }),
    staleTime: fiveMinutes,
  })
