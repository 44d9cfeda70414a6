import type {
  MarkNotifications,
  NotificationPreferences,
  NotificationView,
  notificationPageSchema,
  unreadCountSchema,
} from '@milepost/api-contracts/notifications'
import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from '#shared/api/request.ts'
import { unreadKey } from '#shared/api/unread-query.ts'

type NotificationPage = z.infer<typeof notificationPageSchema>
type UnreadCount = z.infer<typeof unreadCountSchema>

export const inboxKey = ['inbox']

export const useInbox = (unreadOnly: boolean) =>
  useInfiniteQuery({
    queryKey: [...inboxKey, unreadOnly],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '50' })
      if (unreadOnly) query.set('unread', 'true')
      if (pageParam !== '') query.set('cursor', pageParam)
      return request<NotificationPage>({ method: 'GET', path: `/notifications?${query}`, signal })
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

/** Shows at once what was asked for, and afterwards what the server says. */
export function useMark() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: MarkNotifications) =>
      request<UnreadCount>({ method: 'POST', path: '/notifications/read', body }),
    onMutate: (body) => showMarked(client, body),
    onSuccess: ({ unread_count }) => client.setQueryData(unreadKey, unread_count),
    onError: () => client.invalidateQueries({ queryKey: inboxKey }),
  })
}

function showMarked(client: QueryClient, body: MarkNotifications): void {
  const concerns = (item: NotificationView) =>
    'ids' in body ? body.ids.includes(item.id) : item.happened_at <= body.all_until
  client.setQueriesData<InfiniteData<NotificationPage>>({ queryKey: inboxKey }, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (concerns(item) ? { ...item, read: body.read } : item)),
          })),
        },
  )
}

const preferencesKey = ['notification-preferences']
const path = '/notification-preferences'

export const usePreferences = () =>
  useQuery({
    queryKey: preferencesKey,
    queryFn: ({ signal }) => request<NotificationPreferences>({ method: 'GET', path, signal }),
  })

export function useSavePreferences() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NotificationPreferences) =>
      request<NotificationPreferences>({ method: 'PUT', path, body }),
    onMutate: (body) => client.setQueryData(preferencesKey, body),
    onSuccess: (saved) => client.setQueryData(preferencesKey, saved),
    onError: () => client.invalidateQueries({ queryKey: preferencesKey }),
  })
}
