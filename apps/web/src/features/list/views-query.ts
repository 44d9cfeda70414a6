import type {
  CreateView,
  SavedView,
  savedViewListSchema,
  UpdateView,
} from '@milepost/api-contracts/list'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { explain } from '#shared/api/api-problem.ts'
import { request } from '#shared/api/request.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'

const viewsKey = (projectId: string) => ['projects', projectId, 'views']

export const useViews = (projectId: string) =>
  useQuery({
    queryKey: viewsKey(projectId),
    queryFn: ({ signal }) =>
      request<z.infer<typeof savedViewListSchema>>({
        method: 'GET',
        path: `/projects/${projectId}/views`,
        signal,
      }),
  })

/** Keeping, changing and dropping views; each says what it did, and the list of them is read again. */
export function useViewChanges(projectId: string) {
  const client = useQueryClient()
  const settled = (text: string) => ({
    onSuccess: () => {
      somethingHappened({ text })
      return client.invalidateQueries({ queryKey: viewsKey(projectId) })
    },
    onError: (error: Error) => somethingFailed(explain(error)),
  })
  const path = `/projects/${projectId}/views`
  const add = useMutation({
    mutationFn: (body: CreateView) => request<SavedView>({ method: 'POST', path, body }),
    ...settled(texts.viewSaved),
  })
  const update = useMutation({
    mutationFn: ({ id, ...body }: UpdateView & { id: string }) =>
      request<SavedView>({ method: 'PATCH', path: `/views/${id}`, body }),
    ...settled(texts.viewSaved),
  })
  const remove = useMutation({
    mutationFn: ({ id, version }: SavedView) =>
      request<undefined>({ method: 'DELETE', path: `/views/${id}`, version }),
    ...settled(texts.viewDeleted),
  })
  return { add, update, remove }
}
