import type { teamPageSchema } from '@milepost/api-contracts/people'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

export const teamsKey = ['teams']

/** The teams the reader may see, at most the first two hundred. */
export const useTeams = () =>
  useQuery({
    queryKey: teamsKey,
    queryFn: ({ signal }) =>
      request<z.infer<typeof teamPageSchema>>({
        method: 'GET',
        path: '/auth/teams?limit=200',
        signal,
      }),
  })
