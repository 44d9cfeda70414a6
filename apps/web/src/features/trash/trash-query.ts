import type { TrashedTask, trashPageSchema } from '@milepost/api-contracts/list'
import type { TaskView } from '@milepost/api-contracts/tasks'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { explain } from '#shared/api/api-problem.ts'
import { request } from '#shared/api/request.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'

type TrashPage = z.infer<typeof trashPageSchema>

export const trashKey = (projectId: string) => ['projects', projectId, 'trash']

export const useTrash = (projectId: string) =>
  useInfiniteQuery({
    queryKey: trashKey(projectId),
    refetchOnMount: 'always',
    queryFn: ({ pageParam, signal }) =>
      request<TrashPage>({
        method: 'GET',
        path: `/projects/${projectId}/trash${pageParam === null ? '' : `?cursor=${pageParam}`}`,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

export function useRestore(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: TrashedTask) =>
      request<TaskView>({ method: 'POST', path: `/tasks/${id}/restore` }),
    onSuccess: ({ key }) => somethingHappened({ subject: key, text: texts.restored }),
    onError: (error) => somethingFailed(explain(error)),
    onSettled: () => client.invalidateQueries({ queryKey: trashKey(projectId) }),
  })
}
