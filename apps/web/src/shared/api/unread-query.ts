import type { notificationPageSchema } from '@milepost/api-contracts/notifications'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

export const unreadKey = ['unread-notifications']

/** How many lines of the reader's inbox are unread, 100 for more. */
export const useUnreadCount = () =>
  useQuery({
    queryKey: unreadKey,
    queryFn: async ({ signal }) =>
      (
        await request<z.infer<typeof notificationPageSchema>>({
          method: 'GET',
          path: '/notifications?limit=1&unread=true',
          signal,
        })
      ).unread_count,
  })
