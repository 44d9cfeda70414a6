import type { templateListSchema } from '@milepost/api-contracts/templates'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

export const templatesKey = ['templates']

/** What a project can start from: what comes with Milepost, then what the reader's teams have kept. */
export const useTemplates = () =>
  useQuery({
    queryKey: templatesKey,
    queryFn: ({ signal }) =>
      request<z.infer<typeof templateListSchema>>({ method: 'GET', path: '/templates', signal }),
  })
