import type {
  ActivityPage,
  AttachmentList,
  CommentPage,
  CommentView,
  Reaction,
  WatcherList,
} from '@milepost/api-contracts/discussion'
import {
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'

/** Below a task's own key, so that news of the task renews all that stands beside it. */
export const keyOf = (taskId: string, part: string): QueryKey => ['tasks', taskId, part]

const withCursor = (path: string, cursor: string | null) =>
  cursor === null
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`

/** The oldest first, fifty at a time. */
export const useComments = (taskId: string) =>
  useInfiniteQuery({
    queryKey: keyOf(taskId, 'comments'),
    queryFn: ({ pageParam, signal }) =>
      request<CommentPage>({
        method: 'GET',
        path: withCursor(`/tasks/${taskId}/comments`, pageParam),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

/** Anything one does to what stands beside a task: it is read again whether it went well or not. */
export function useDoing<Input>(
  taskId: string,
  part: string,
  run: (input: Input) => Promise<unknown>,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(taskId, part) }),
  })
}

export const useAddComment = (taskId: string) =>
  useDoing(taskId, 'comments', (body: string) =>
    request<CommentView>({
      method: 'POST',
      path: `/tasks/${taskId}/comments`,
      body: { body },
      idempotencyKey: randomKey(),
    }),
  )

export const useEditComment = ({ id, task_id, version }: CommentView) =>
  useDoing(task_id, 'comments', (body: string) =>
    request<CommentView>({ method: 'PATCH', path: `/comments/${id}`, body: { body, version } }),
  )

export const useDeleteComment = ({ id, task_id }: CommentView) =>
  useDoing(task_id, 'comments', () =>
    request<undefined>({ method: 'DELETE', path: `/comments/${id}` }),
  )

export const useReact = ({ id, task_id }: CommentView) =>
  useDoing(task_id, 'comments', ({ reaction, given }: { reaction: Reaction; given: boolean }) =>
    request<undefined>({
      method: given ? 'PUT' : 'DELETE',
      path: `/comments/${id}/reactions/${reaction}`,
    }),
  )

export const useAttachments = (taskId: string) =>
  useQuery({
    queryKey: keyOf(taskId, 'attachments'),
    queryFn: ({ signal }) =>
      request<AttachmentList>({ method: 'GET', path: `/tasks/${taskId}/attachments`, signal }),
  })

export const useWatchers = (taskId: string) =>
  useQuery({
    queryKey: keyOf(taskId, 'watchers'),
    queryFn: ({ signal }) =>
      request<WatcherList>({ method: 'GET', path: `/tasks/${taskId}/watchers`, signal }),
  })

export const useWatch = (taskId: string) =>
  useDoing(taskId, 'watchers', (watching: boolean) =>
    request<undefined>({ method: watching ? 'PUT' : 'DELETE', path: `/tasks/${taskId}/watch` }),
  )

/** What happened to a task (`/tasks/…`) or in a project (`/projects/…`), the newest first. */
export const useActivity = (queryKey: QueryKey, path: string) =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      request<ActivityPage>({ method: 'GET', path: withCursor(path, pageParam), signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
